package cn.jinlin.api.booking.release;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DrawTest {

    private static final byte[] SEED = HexFormat.of()
            .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    /// Computed with another implementation: `printf 100001 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0001…1e1f`.
    @Test
    void theOrderIsThatOfAnIndependentComputation() {
        assertThat(Draw.order(SEED, List.of(100001L, 100002L, 100003L, 100004L, 100005L)))
                .containsExactly(100001L, 100004L, 100003L, 100002L, 100005L);
        assertThat(HexFormat.of().formatHex(Draw.commitment(SEED)))
                .isEqualTo("630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd");
    }

    @Test
    void theOrderDoesNotDependOnTheOrderOfAsking() {
        List<Long> numbers = LongStream.range(1, 500).boxed().toList();
        assertThat(Draw.order(SEED, numbers.reversed())).isEqualTo(Draw.order(SEED, numbers))
                .containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void everybodyIsAsLikelyToBeFirst() {
        long[] first = new long[4];
        for (int seed = 0; seed < 4_000; seed++) {
            byte[] bytes = SEED.clone();
            bytes[0] = (byte) seed;
            bytes[1] = (byte) (seed >> 8);
            first[Draw.order(bytes, List.of(0L, 1L, 2L, 3L)).getFirst().intValue()]++;
        }
        assertThat(LongStream.of(first).boxed()).allMatch(times -> times > 850 && times < 1_150);
    }
}
