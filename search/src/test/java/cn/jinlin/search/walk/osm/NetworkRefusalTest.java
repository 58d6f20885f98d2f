package cn.jinlin.search.walk.osm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import cn.jinlin.search.walk.osm.NetworkRefusedException.Code;
import com.google.protobuf.ByteString;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.StringTable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class NetworkRefusalTest {

    private static final int MEBI = 1024 * 1024;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused(new byte[0], Code.EMPTY, "empty");
    }

    @Test
    void refusesAnExtractWithNothingInIt() throws IOException {
        assertRefused(new TestExtract().bytes(), Code.EMPTY, "no nodes, no ways");
    }

    @Test
    void refusesWhatIsNoPbf() throws IOException {
        assertRefused("<?xml version='1.0'?><osm version='0.6'></osm>".getBytes(StandardCharsets.UTF_8), Code.NOT_PBF,
                "does not begin as an OpenStreetMap PBF");
        assertRefused(new byte[]{1}, Code.NOT_PBF, "shorter");
        var out = new ByteArrayOutputStream();
        TestExtract.block(out, "OSMData", Blob.newBuilder().setRaw(ByteString.EMPTY).build());
        assertRefused(out.toByteArray(), Code.NOT_PBF, "OSMHeader");
    }

    @Test
    void refusesAFileCutAtAnyByte() throws IOException {
        byte[] whole = street().bytes();
        int refused = 0;
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            var thrown = refusal(() -> read(cut, OsmOptions.standard()));
            // Cut exactly between two blocks it is a whole file that lacks its ways or their nodes.
            assertThat(thrown.code()).as("cut at %d", length)
                    .isIn(Code.TRUNCATED, Code.NOT_PBF, Code.EMPTY, Code.NO_WALKABLE_WAY);
            refused += thrown.code() == Code.TRUNCATED ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(whole.length / 2);
    }

    @Test
    void saysOfAnyHarmedByteThatTheFileIsHarmedOrReadsIt() throws IOException {
        // Packed blocks notice by their checksum, unpacked ones only by what they say.
        for (byte[] whole : List.of(street().bytes(), street().unpacked().bytes())) {
            for (int at = 0; at < whole.length; at++) {
                for (int harm : new int[]{0x01, 0x55, 0x80}) {
                    byte[] harmed = whole.clone();
                    harmed[at] = (byte) (harmed[at] ^ harm);
                    assertReadOrRefused(harmed);
                }
            }
        }
    }

    private void assertReadOrRefused(byte[] bytes) throws IOException {
        try {
            assertThat(read(bytes, new OsmOptions(false, 0, 1_000)).network().nodes()).isPositive();
        } catch (NetworkRefusedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Test
    void refusesARoadOnlyExtractAndSaysWhatItLeftOut() throws IOException {
        var extract = new TestExtract().row(3)
                .way(1, List.of(1, 2), "highway=motorway")
                .way(2, List.of(2, 3), "highway=trunk", "motorroad=yes")
                .way(3, List.of(1, 3), "building=yes");
        assertRefused(extract.bytes(), Code.NO_WALKABLE_WAY, "none of its 3 ways");
        assertRefused(extract.bytes(), Code.NO_WALKABLE_WAY, "MOTORROAD=1");
    }

    @Test
    void refusesWaysWithoutTheirNodes() throws IOException {
        assertRefused(new TestExtract().node(9, 0, 0).way(1, List.of(1, 2), "highway=residential").bytes(),
                Code.NODES_MISSING, "none of them");
    }

    @Test
    void refusesWaysOfWhichEachHasOneNode() throws IOException {
        assertRefused(new TestExtract().row(1).way(1, List.of(1, 2), "highway=residential").bytes(),
                Code.NO_WALKABLE_WAY, "two nodes");
    }

    @Test
    void refusesMoreThanItWasToldToTake() throws IOException {
        assertThat(refusal(() -> read(street().bytes(), new OsmOptions(false, 0, 3))).code())
                .isEqualTo(Code.TOO_LARGE);
        assertThat(read(street().bytes(), new OsmOptions(false, 0, 4)).network().nodes()).isEqualTo(2);
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        assertRefused(street().needing("HistoricalInformation").bytes(), Code.UNSUPPORTED_FEATURE,
                "HistoricalInformation");
        assertRefused(withBlock(Blob.newBuilder().setZstdData(ByteString.copyFromUtf8("zz")).build()),
                Code.UNSUPPORTED_FEATURE, "ZSTD");
    }

    @Test
    void refusesBlocksThatClaimMoreThanTheFormatAllows() throws IOException {
        assertRefused(withBlock(TestExtract.zlib(ByteString.copyFrom(new byte[1000]), 33 * MEBI)), Code.TOO_LARGE,
                "unpacks to");
    }

    @Test
    void refusesBlocksThatUnpackToAnotherSizeThanTheyClaim() throws IOException {
        var bomb = ByteString.copyFrom(new byte[8 * MEBI]);
        assertRefused(withBlock(TestExtract.zlib(bomb, 1000)), Code.DAMAGED, "another size");
        assertRefused(withBlock(TestExtract.zlib(bomb, 9 * MEBI)), Code.DAMAGED, "another size");
    }

    @Test
    void refusesBlocksThatContradictThemselves() throws IOException {
        var strings = StringTable.newBuilder().addS(ByteString.EMPTY);
        var uneven = DenseNodes.newBuilder().addId(1).addId(1).addLat(1).addLon(1);
        assertRefused(withData(strings, uneven), Code.DAMAGED, "contradict");
        var beyond = DenseNodes.newBuilder().addId(1).addLat(1).addLon(1).addKeysVals(7).addKeysVals(8).addKeysVals(0);
        assertRefused(withData(strings, beyond), Code.DAMAGED, "contradict");
        var nowhere = DenseNodes.newBuilder().addId(1).addLat(2_000_000_000L).addLon(1);
        assertRefused(withData(strings, nowhere), Code.DAMAGED, "contradict");
    }

    /// An extract of a street with such nodes before it.
    private static byte[] withData(StringTable.Builder strings, DenseNodes.Builder nodes) throws IOException {
        return withBlock(new TestExtract().content(PrimitiveBlock.newBuilder()
                .setStringtable(strings)
                .addPrimitivegroup(PrimitiveGroup.newBuilder().setDense(nodes))
                .build()
                .toByteString()));
    }

    private static byte[] withBlock(Blob blob) throws IOException {
        var out = new ByteArrayOutputStream();
        var header = HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6").build().toByteString();
        TestExtract.block(out, "OSMHeader", Blob.newBuilder().setRaw(header).build());
        TestExtract.block(out, "OSMData", blob);
        byte[] street = street().bytes();
        // The street's own header is one too many: its data blocks follow it.
        int headerSize = headerSize(street);
        out.write(street, headerSize, street.length - headerSize);
        return out.toByteArray();
    }

    private static int headerSize(byte[] file) throws IOException {
        int length = ByteBuffer.wrap(file).getInt();
        var head = BlobHeader.parseFrom(ByteString.copyFrom(file, 4, length));
        return 4 + length + head.getDatasize();
    }

    private static TestExtract street() {
        return new TestExtract().row(4).way(1, List.of(1, 2, 3, 4), "highway=residential", "name=大华路");
    }

    private void assertRefused(byte[] bytes, Code code, String words) throws IOException {
        assertThatThrownBy(() -> read(bytes, OsmOptions.standard()))
                .isInstanceOfSatisfying(NetworkRefusedException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    private static NetworkRefusedException refusal(ThrowingCallable call) {
        return catchThrowableOfType(NetworkRefusedException.class, call);
    }

    private OsmNetwork read(byte[] bytes, OsmOptions options) throws IOException {
        return OsmNetwork.read(Files.write(folder.resolve("test.osm.pbf"), bytes), options, share -> {});
    }
}
