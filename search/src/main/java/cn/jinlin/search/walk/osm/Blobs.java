package cn.jinlin.search.walk.osm;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import cn.jinlin.search.walk.osm.NetworkRefusedException.Code;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import org.jspecify.annotations.Nullable;

/// The blocks of an extract, one after the other, with the limits of the PBF specification: 64 KiB for a block's header,
/// 32 MiB for its content, packed or not, whatever the block itself claims.
final class Blobs implements AutoCloseable {

    static final String HEADER = "OSMHeader";
    static final String DATA = "OSMData";
    private static final int MAX_HEADER = 64 * 1024;
    private static final int MAX_CONTENT = 32 * 1024 * 1024;
    private static final int BUFFER = 1 << 16;

    private final DataInputStream in;
    private final long size;
    private final Inflater inflater = new Inflater();
    private long position;
    private int number;

    Blobs(Path file) throws IOException {
        size = Files.size(file);
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /// The name of the next block, or an empty string at the end of the file.
    record Head(String type, int length) {

        boolean isEnd() {
            return type.isEmpty();
        }
    }

    /// The share of the file that is read, from 0 to 1.
    double share() {
        return size == 0 ? 1 : (double) position / size;
    }

    Head next() throws IOException {
        if (position == size) {
            return new Head("", 0);
        }
        int length = length();
        number++;
        if (length <= 0 || length > MAX_HEADER) {
            throw strange("a block header of " + length + " bytes");
        }
        try {
            var header = BlobHeader.parseFrom(bytes(length));
            if (header.getDatasize() < 0 || header.getDatasize() > MAX_CONTENT) {
                throw new NetworkRefusedException(Code.TOO_LARGE, "block " + number + " claims " + header.getDatasize()
                        + " bytes, the format allows " + MAX_CONTENT);
            }
            return new Head(header.getType(), header.getDatasize());
        } catch (InvalidProtocolBufferException e) {
            throw strange("a block header that cannot be read: " + e.getMessage());
        }
    }

    void skip(Head head) throws IOException {
        try {
            in.skipNBytes(head.length());
        } catch (EOFException e) {
            throw truncated(e);
        }
        position += head.length();
    }

    /// The content of a block.
    ByteString content(Head head) throws IOException {
        var packed = bytes(head.length());
        try {
            var blob = Blob.parseFrom(packed);
            return switch (blob.getDataCase()) {
                case RAW -> blob.getRaw();
                case ZLIB_DATA -> inflate(blob);
                case LZMA_DATA, OBSOLETE_BZIP2_DATA, LZ4_DATA, ZSTD_DATA ->
                    throw new NetworkRefusedException(Code.UNSUPPORTED_FEATURE, "block " + number + " is compressed as "
                            + blob.getDataCase() + "; write the extract again with zlib");
                case DATA_NOT_SET -> throw damaged("no content", null);
            };
        } catch (InvalidProtocolBufferException e) {
            throw damaged("unreadable content", e);
        }
    }

    private ByteString inflate(Blob blob) {
        if (blob.getRawSize() < 0 || blob.getRawSize() > MAX_CONTENT) {
            throw new NetworkRefusedException(Code.TOO_LARGE, "block " + number + " unpacks to " + blob.getRawSize()
                    + " bytes, the format allows " + MAX_CONTENT);
        }
        byte[] content = new byte[blob.getRawSize()];
        inflater.reset();
        inflater.setInput(blob.getZlibData().toByteArray());
        try {
            int read = 0;
            while (read < content.length) {
                int more = inflater.inflate(content, read, content.length - read);
                if (more == 0) {
                    break;
                }
                read += more;
            }
            // One byte beyond the claim makes it a false one.
            if (read < content.length || inflater.inflate(new byte[1]) > 0) {
                throw damaged("content of another size than it claims", null);
            }
        } catch (DataFormatException e) {
            throw damaged("content that does not unpack", e);
        }
        return UnsafeByteOperations.unsafeWrap(content);
    }

    private int length() throws IOException {
        try {
            int length = in.readInt();
            position += Integer.BYTES;
            return length;
        } catch (EOFException e) {
            throw truncated(e);
        }
    }

    private byte[] bytes(int length) throws IOException {
        // A claim beyond the file's end must not cost memory.
        if (length > size - position) {
            throw truncated(null);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw truncated(null);
        }
        position += length;
        return bytes;
    }

    /// A file that is strange from its first byte was never an extract; later it is one that was harmed.
    private NetworkRefusedException strange(String what) {
        return number == 1
                ? new NetworkRefusedException(Code.NOT_PBF, "the file does not begin as an OpenStreetMap PBF: " + what)
                : damaged(what, null);
    }

    NetworkRefusedException damaged(String what, @Nullable Throwable cause) {
        var details = "block " + number + " has " + what;
        return cause == null
                ? new NetworkRefusedException(Code.DAMAGED, details)
                : new NetworkRefusedException(Code.DAMAGED, details, cause);
    }

    private NetworkRefusedException truncated(@Nullable Throwable cause) {
        if (number == 0) {
            number = 1;
            return strange("it is shorter than a block's length");
        }
        var details = "the file ends within block " + number + ", after " + position + " bytes";
        return cause == null
                ? new NetworkRefusedException(Code.TRUNCATED, details)
                : new NetworkRefusedException(Code.TRUNCATED, details, cause);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
