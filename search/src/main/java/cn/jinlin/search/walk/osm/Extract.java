package cn.jinlin.search.walk.osm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

import cn.jinlin.search.walk.osm.NetworkRefusedException.Code;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;

/// An OpenStreetMap extract, read from its start as often as wanted. The first reading notes which blocks hold what, so
/// that later ones pass over the others.
final class Extract {

    /// What a block may hold.
    enum Kind {
        NODES, WAYS, RELATIONS
    }

    /// Takes the blocks of one reading.
    interface Reader {

        void read(Block block);
    }

    private static final Set<String> UNDERSTOOD = Set.of("OsmSchema-V0.6", "DenseNodes");

    private final Path file;
    private final BitSet[] holding = {new BitSet(), new BitSet(), new BitSet()};
    private Optional<Instant> timestamp = Optional.empty();
    private boolean known;

    Extract(Path file) {
        this.file = file;
    }

    /// When the data was taken from OpenStreetMap, where the file says so; after the first reading.
    Optional<Instant> timestamp() {
        return timestamp;
    }

    /// Hands on every block that holds something of a kind.
    ///
    /// @param progress told the share of the file that is read
    /// @throws IOException when the file cannot be read
    /// @throws NetworkRefusedException when it is no extract, or a broken one
    void read(Kind kind, DoubleConsumer progress, Reader reader) throws IOException {
        try (var blobs = new Blobs(file)) {
            int number = 0;
            var head = blobs.next();
            if (head.isEnd()) {
                throw new NetworkRefusedException(Code.EMPTY, "the file is empty");
            }
            if (!head.type().equals(Blobs.HEADER)) {
                throw new NetworkRefusedException(Code.NOT_PBF, "the file does not begin with an OSMHeader block");
            }
            header(blobs, head);
            for (head = blobs.next(); !head.isEnd(); head = blobs.next()) {
                // Blocks of other names are to be passed over, says the format.
                boolean wanted = head.type().equals(Blobs.DATA) && (!known || holding(kind).get(number));
                if (wanted) {
                    read(kind, blobs, head, number, reader);
                } else {
                    blobs.skip(head);
                }
                number++;
                progress.accept(blobs.share());
            }
            known = true;
        }
    }

    private void read(Kind kind, Blobs blobs, Blobs.Head head, int number, Reader reader) throws IOException {
        try {
            var content = blobs.content(head);
            if (!known) {
                note(content, number);
            }
            if (holding(kind).get(number)) {
                reader.read(new Block(PrimitiveBlock.parseFrom(content)));
            }
        } catch (InvalidProtocolBufferException | Block.ContradictionException e) {
            throw blobs.damaged("contents that contradict the format", e);
        }
    }

    private void header(Blobs blobs, Blobs.Head head) throws IOException {
        try {
            var header = HeaderBlock.parseFrom(blobs.content(head));
            for (String feature : header.getRequiredFeaturesList()) {
                if (!UNDERSTOOD.contains(feature)) {
                    throw new NetworkRefusedException(Code.UNSUPPORTED_FEATURE,
                            "the extract can only be read with " + feature);
                }
            }
            if (header.hasOsmosisReplicationTimestamp()) {
                timestamp = Optional.of(Instant.ofEpochSecond(header.getOsmosisReplicationTimestamp()));
            }
        } catch (InvalidProtocolBufferException e) {
            throw blobs.damaged("an unreadable header", e);
        }
    }

    private BitSet holding(Kind kind) {
        return switch (kind) {
            case NODES -> holding[0];
            case WAYS -> holding[1];
            case RELATIONS -> holding[2];
        };
    }

    /// Looks only at the outermost fields: to build all the objects of a block just to pass over it takes ten times as
    /// long.
    private void note(ByteString content, int number) throws InvalidProtocolBufferException {
        try {
            var block = content.newCodedInput();
            for (int tag = block.readTag(); tag != 0; tag = block.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) == PrimitiveBlock.PRIMITIVEGROUP_FIELD_NUMBER) {
                    int end = block.pushLimit(block.readRawVarint32());
                    note(block, number);
                    block.popLimit(end);
                } else {
                    block.skipField(tag);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidProtocolBufferException(e);
        }
    }

    private void note(CodedInputStream group, int number) throws IOException {
        for (int tag = group.readTag(); tag != 0; tag = group.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case PrimitiveGroup.NODES_FIELD_NUMBER, PrimitiveGroup.DENSE_FIELD_NUMBER ->
                    holding(Kind.NODES).set(number);
                case PrimitiveGroup.WAYS_FIELD_NUMBER -> holding(Kind.WAYS).set(number);
                case PrimitiveGroup.RELATIONS_FIELD_NUMBER -> holding(Kind.RELATIONS).set(number);
                default -> {
                    // Changesets.
                }
            }
            group.skipField(tag);
        }
    }

    /// Whether nothing at all was found; after the first reading.
    boolean isEmpty() {
        return holding[0].isEmpty() && holding[1].isEmpty() && holding[2].isEmpty();
    }
}
