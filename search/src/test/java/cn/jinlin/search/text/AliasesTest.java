package cn.jinlin.search.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AliasesTest {

    @ParameterizedTest
    @CsvSource({"社康中心, HLT-C", "長者飯堂, ELD-F", "助餐点, ELD-F", "居委, GOV-V", "洗手间, ENV-T", "old people's home, ELD-N",
        "atm机, FIN-B", "社区依院, HLT-C", "Post Office, PST-O"})
    void whatPeopleSayMeansAKind(String said, String category) {
        assertThat(Aliases.listIn(Units.of(said)))
                .singleElement()
                .satisfies(alias -> assertThat(alias.categories()).containsKey(category));
    }

    @Test
    void theLongestAliasWins() {
        List<Unit> units = Units.of("凌云社区卫生服务中心");

        assertThat(Aliases.listIn(units)).singleElement().satisfies(alias -> {
            assertThat(Units.key(units.subList(alias.from(), alias.to()))).isEqualTo("社区卫生服务中心");
            assertThat(alias.categories()).containsOnlyKeys("HLT-C");
        });
    }

    @Test
    void anAliasIsHeardAtTheEndOfWhatWasSpelled() {
        Spelling spelling = Spelling.of(List.of("lingyunshequyiyuan")).getFirst();

        assertThat(Aliases.findAtEnd(spelling))
                .hasValueSatisfying(alias -> assertThat(alias.from()).isEqualTo(2));
    }

    @Test
    void anEnglishAliasForgivesOneSlip() {
        assertThat(Aliases.findMistyped("libary"))
                .hasValueSatisfying(alias -> assertThat(alias.categories()).containsKey("CUL-L"));
        assertThat(Aliases.findMistyped("bnk")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"工行, 工商银行", "徐汇邮储, 徐汇邮政储蓄", "打疫苗, 预防接种", "police station, 派出所", "換外幣, 外币兑换"})
    void whatPeopleSayIsRewrittenAsItIsWritten(String said, String written) {
        assertThat(Synonyms.rewritings(Units.of(said))).extracting(Units::key).containsExactly(written);
    }

    @Test
    void whatIsSaidAroundTheWordsIsTakenAway() {
        assertThat(Units.key(Fillers.strip(Units.of("离我最近的药店在哪里")))).doesNotContain("最近").endsWith("药店");
        assertThat(Units.key(Fillers.strip(Units.of("附近")))).isEqualTo("附近");
    }
}
