package cn.jinlin.api.facility.intake.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import org.springframework.modulith.NamedInterface;

/// A text file whose encoding was found out by reading it through: a wrong guess would fill the record with nonsense.
///
/// @param mark bytes of byte-order mark to skip
@NamedInterface("intake")
public record TextFile(Path path, Charset charset, int mark) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BLOCK = 1 << 16;
    private static final int SNIFF = 1 << 13;
    /// So many good characters before the first bad byte are no accident: the file is UTF-8 with an error in it.
    private static final int SURELY_UTF8 = 8;

    /// @throws IntakeRefused when the file is missing, empty, not text, or in no encoding we know
    public static TextFile open(Path path) {
        try {
            byte[] start = start(path);
            if (start.length == 0) {
                throw new IntakeRefused(Refusal.EMPTY_FILE);
            }
            if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
                return checked(new TextFile(path, StandardCharsets.UTF_8, 3));
            }
            if (startsWith(start, 0xFF, 0xFE)) {
                return checked(new TextFile(path, StandardCharsets.UTF_16LE, 2));
            }
            if (startsWith(start, 0xFE, 0xFF)) {
                return checked(new TextFile(path, StandardCharsets.UTF_16BE, 2));
            }
            refuseBinary(start);
            return utf8OrGb18030(path);
        } catch (IOException e) {
            throw new IntakeRefused(Refusal.FILE_UNREADABLE, path.toString());
        }
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(SNIFF);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseBinary(byte[] start) {
        // A zip archive, or the compound file of older office programs.
        if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new IntakeRefused(Refusal.WORKBOOK);
        }
        for (byte b : start) {
            if (b == 0) {
                throw new IntakeRefused(Refusal.NOT_TEXT);
            }
        }
    }

    private static TextFile utf8OrGb18030(Path path) throws IOException {
        var utf8 = new TextFile(path, StandardCharsets.UTF_8, 0);
        Optional<Fault> fault = utf8.findFault();
        if (fault.isEmpty()) {
            return utf8;
        }
        var gb = new TextFile(path, GB18030, 0);
        if (fault.get().goodBefore() >= SURELY_UTF8 || gb.findFault().isPresent()) {
            throw new IntakeRefused(Refusal.WRONG_ENCODING, fault.get().line());
        }
        return gb;
    }

    private static TextFile checked(TextFile file) throws IOException {
        file.findFault()
                .ifPresent(fault -> {
                    throw new IntakeRefused(Refusal.WRONG_ENCODING, fault.line());
                });
        return file;
    }

    /// The first bytes that are no text in this encoding.
    ///
    /// @param goodBefore characters beyond ASCII before it
    private record Fault(long line, long goodBefore) {}

    private Optional<Fault> findFault() throws IOException {
        var decoder = decoder();
        var bytes = ByteBuffer.allocate(BLOCK);
        var chars = CharBuffer.allocate(BLOCK);
        long line = 1;
        long beyondAscii = 0;
        try (InputStream in = stream()) {
            for (boolean end = false; !end;) {
                int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
                end = read < bytes.remaining();
                bytes.position(bytes.position() + read).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, chars, end);
                    chars.flip();
                    for (int i = 0; i < chars.length(); i++) {
                        line += chars.charAt(i) == '\n' ? 1 : 0;
                        beyondAscii += chars.charAt(i) > 127 ? 1 : 0;
                    }
                    chars.clear();
                    if (result.isError()) {
                        return Optional.of(new Fault(line, beyondAscii));
                    }
                } while (result.isOverflow());
                bytes.compact();
            }
        }
        return Optional.empty();
    }

    private CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private InputStream stream() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path), BLOCK);
        in.skipNBytes(mark);
        return in;
    }

    /// @throws IntakeRefused when the file has gone meanwhile
    public Reader read() {
        try {
            return new InputStreamReader(stream(), decoder());
        } catch (IOException e) {
            throw new IntakeRefused(Refusal.FILE_UNREADABLE, path.toString());
        }
    }

    /// The first few thousand characters.
    public String start() {
        try (Reader in = read()) {
            var start = new char[SNIFF / 2];
            int length = 0;
            for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
                read = in.read(start, length, start.length - length);
            }
            return new String(start, 0, length);
        } catch (IOException e) {
            throw new IntakeRefused(Refusal.FILE_UNREADABLE, path.toString());
        }
    }
}
