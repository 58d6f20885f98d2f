package cn.jinlin.search.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SouthernTest {

    @ParameterizedTest
    @CsvSource({"zhang, zan", "cheng, cen", "shi, si", "ying, yin", "nan, lan", "long, long", "nv, lu", "lv, lu",
        "e, e"})
    void whatSoundsAlikeFoldsTogether(String syllable, String folded) {
        assertThat(Southern.fold(syllable)).isEqualTo(folded);
    }

    @Test
    void everyWayOfReadingACharacterIsPaired() {
        List<Unit> units = Units.of("乐购");

        assertThat(Southern.pairs(units, Readings.of(units))).contains("legou", "yuegou");
    }

    @ParameterizedTest
    @CsvSource({"libary, library, true", "hopsital, hospital, true", "bnk, bank, true", "banks, bank, true",
        "benk, bank, true", "bank, bank, false", "bunkr, bank, false", "a, '', true"})
    void oneSlipIsOneLetterOrOneSwap(String typed, String meant, boolean slip) {
        assertThat(Slip.isOne(typed, meant)).isEqualTo(slip);
    }
}
