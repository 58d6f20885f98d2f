package cn.jinlin.search.text;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FallbackWordsTest {

    private static final List<String> RECORD = FallbackWords.ofRecord("上海市徐汇区凌云街道社区卫生服务中心", "HLT-C",
            List.of("Lingyun Community Health Centre", "梅陇路750号", "预防接种"));

    @ParameterizedTest
    @ValueSource(strings = {"凌云街道", "社区医院", "凌云社区医院", "lingyun", "weisheng", "lyjd", "health centre", "梅陇路750号", "预防接种",
        "淩雲街道", "卫升服务", "附近的社区医院", "shequyiyuan"})
    void aRecordIsFoundByItsWords(String query) {
        assertThat(FallbackWords.ofQuery(query)).isNotEmpty()
                .allSatisfy(group -> assertThat(Collections.disjoint(group, RECORD)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"莘庄", "银行", "xinzhuang", "toilet", "梅陇路751号"})
    void aRecordIsNotFoundByOtherWords(String query) {
        assertThat(FallbackWords.ofQuery(query))
                .anySatisfy(group -> assertThat(Collections.disjoint(group, RECORD)).isTrue());
    }

    @Test
    void wordsAreSafeAndBounded() {
        List<String> words = FallbackWords.ofRecord("a'b:*&|!<->\\ 银行", "HLT-C", List.of("社区卫生".repeat(1000)));

        assertThat(words).hasSizeLessThanOrEqualTo(400)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.codePoints().allMatch(Character::isLetterOrDigit));
        assertThat(FallbackWords.ofQuery("银行'); drop table facility; -- \u0000*:")).allSatisfy(
                group -> assertThat(group).allMatch(word -> word.codePoints().allMatch(Character::isLetterOrDigit)));
    }

    @Test
    void nothingIsAskedForByNothing() {
        assertThat(FallbackWords.ofQuery(null)).isEmpty();
        assertThat(FallbackWords.ofQuery("😀!")).isEmpty();
    }
}
