package cn.jinlin.search.walk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WalkNetworkFileTest {

    private static final WalkNetwork NETWORK = RandomNetworks.grid(new Random(8), 12, 12);

    @Test
    void aNetworkComesBackFromItsFileAsItWas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("network");

        WalkNetworkFile.save(NETWORK, file);
        WalkNetwork back = WalkNetworkFile.load(file);

        assertThat(bytes(back)).isEqualTo(Files.readAllBytes(file));
        assertThat(back.nodes()).isEqualTo(NETWORK.nodes());
        for (int edge = 0; edge < NETWORK.edges(); edge++) {
            assertThat(back.line(edge)).isEqualTo(NETWORK.line(edge));
            assertThat(back.name(edge)).isEqualTo(NETWORK.name(edge));
            assertThat(back.traits(edge)).isEqualTo(NETWORK.traits(edge));
            assertThat(back.from(edge)).isEqualTo(NETWORK.from(edge));
        }
        assertThat(back.bytesPerNode()).isEqualTo(NETWORK.bytesPerNode());
    }

    @Test
    void aFileCutShortAnywhereIsRefused() throws IOException {
        byte[] whole = bytes(NETWORK);
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] cut = Arrays.copyOf(whole, i < 60 ? i : random.nextInt(whole.length));

            assertThatThrownBy(() -> load(cut)).isInstanceOf(NetworkFileException.class);
        }
    }

    @Test
    void aFileWithOneBitTurnedIsRefused() throws IOException {
        byte[] whole = bytes(NETWORK);
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            int at = i < 60 ? i : random.nextInt(whole.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));

            assertThatThrownBy(() -> load(damaged)).isInstanceOf(NetworkFileException.class);
        }
    }

    @Test
    void aForeignFileAndOneWithMoreBehindItAreRefused() throws IOException {
        byte[] whole = bytes(NETWORK);

        assertThatThrownBy(() -> load("PK, not a network".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageContaining("not a walking network");
        assertThatThrownBy(() -> load(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageContaining("more");
    }

    @Test
    void aNodeTakesNoMoreThanSixtyFourBytes() {
        WalkNetwork large = RandomNetworks.grid(new Random(3), 300, 300);

        assertThat(large.bytesPerNode()).isBetween(30.0, 64.0);
    }

    private static byte[] bytes(WalkNetwork network) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WalkNetworkFile.save(network, out);
        return out.toByteArray();
    }

    private static void load(byte[] bytes) throws IOException {
        WalkNetworkFile.load(new ByteArrayInputStream(bytes));
    }
}
