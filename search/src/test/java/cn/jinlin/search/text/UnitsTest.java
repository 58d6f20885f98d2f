package cn.jinlin.search.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({"ＡＴＭ, atm", "衛生服務, 卫生服务", "閔行區, 闵行区", "yínháng, yinhang", "lǜdì, lvdi", "Café, cafe",
        "銀\u0000行, 银行", "银\u200B行, 银行", "廈門麵館, 厦门面馆", "⽼年, 老年", "①号, 1号", "ｼｮｯﾌﾟ, ショッフ"})
    void aTextIsFolded(String text, String folded) {
        assertThat(Units.key(Units.of(text))).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"😀", "!!!", "()[]{}*?~^", "'\t\n'", "\uFFFF"})
    void whatHasNoWordsHasNoUnits(String text) {
        assertThat(Units.of(text)).isEmpty();
    }

    @Test
    void everyUnitKnowsWhereItStoodInTheText() {
        String text = "莘庄（ATM）88 号";

        assertThat(Units.of(text)).extracting(unit -> text.substring(unit.start(), unit.end()))
                .containsExactly("莘",
                        "庄", "ATM", "88", "号");
    }

    @Test
    void pairsDoNotReachOverPunctuation() {
        assertThat(Grams.pairs(Units.of("莘庄，药店"))).containsExactly("莘庄", "药店");
    }

    @Test
    void aHouseNumberBelongsToItsRoadWithOrWithoutSpaces() {
        List<String> together = Grams.pairs(Units.of("江川路88号"));

        assertThat(together).containsExactly("江川", "川路", "路88", "88号");
        assertThat(Grams.pairs(Units.of("江川路 88 号"))).isEqualTo(together);
    }

    @Test
    void aWordOfAnyLengthIsCutToAUsableOne() {
        assertThat(Units.of("a".repeat(10_000)).getFirst().text()).hasSize(40);
    }
}
