package cn.jinlin.search.text;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"yinhang, yin hang", "xinzhuang, xin zhuang", "lingyunweisheng, ling yun wei sheng",
        "xi an, xi an", "xian, xian", "lvdi, lv di", "caohejing, cao he jing"})
    void lettersAreReadAsTheFewestSyllables(String typed, String syllables) {
        Spelling best = Spelling.of(Arrays.asList(typed.split(" "))).getFirst();

        assertThat(best.isWhole()).isTrue();
        assertThat(best.parts()).isEqualTo(Arrays.stream(syllables.split(" ")).map(List::of).toList());
    }

    @ParameterizedTest
    @CsvSource({"yinhng, yinhang", "yaodain, yaodian", "weishneg, weisheng",
        "xinzhaung, xinzhuang"})
    void aSlipIsForgiven(String typed, String pairMeant) {
        assertThat(Spelling.of(List.of(typed))
                .stream()
                .flatMap(spelling -> spelling.pairs().stream())
                .flatMap(List::stream)).contains(pairMeant);
    }

    @Test
    void aSlipThatCanBeReadIsForgivenWhenAskedTo() {
        assertThat(Spelling.of(List.of("tushuguna"), true)
                .stream()
                .flatMap(spelling -> spelling.pairs().stream())
                .flatMap(List::stream)).contains("shuguan");
    }

    @Test
    void anUnfinishedSyllableIsTakenAsABeginning() {
        assertThat(Spelling.of(List.of("yaod")))
                .anySatisfy(spelling -> assertThat(spelling.whole()).containsExactly(true, false));
    }

    @Test
    void lettersThatCannotBePinyinHaveNoSpelling() {
        assertThat(Spelling.of(List.of("ü?"))).isEmpty();
        assertThat(Spelling.of(List.of("x".repeat(200)))).isEmpty();
    }
}
