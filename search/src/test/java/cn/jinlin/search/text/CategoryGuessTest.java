package cn.jinlin.search.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CategoryGuessTest {

    @ParameterizedTest
    @CsvSource({"上海市闵行区江川路街道社区事务受理服务中心, GOV-A", "中国工商银行莘庄支行, FIN-B", "夕阳红敬老院, ELD-N",
        "徐汇区中心医院门诊部, HLT-O", "上海市第六人民医院, HLT-O", "自助银行（莘庄超市店）, FIN-B",
        "凌云街道社区卫生服务中心（梅陇服务站）, HLT-S", "医疗保健服务;医药保健销售店;药房, PHA", "闵行区妇幼保健院, HLT-O", "上海市徐汇区凌云街道社区卫生服务中心, HLT-C",
        "上海市徐汇区凌云街道社区卫生服务中心梅陇三村服务站, HLT-S", "中国邮政储蓄银行股份有限公司上海莘庄支行, FIN-B",
        "中国邮政集团有限公司上海市凌云邮政支局, PST-O", "国大药房（梅陇路店）, PHA", "七宝菜市場, COM-W", "梅陇三村居民委员会, GOV-V",
        "田林街道党群服务中心, GOV-P", "徐汇区图书馆凌云分馆, CUL-L", "上海市徐汇区向阳小学, EDU-P", "古美路街道综合为老服务中心, ELD-C",
        "长桥街道罗秀助餐点, ELD-F", "公共厕所, ENV-T", "邮局, PST-O", "便利店, COM-S", "pharmacy, PHA", "Bus stop, TRN-B",
        "药店, PHA", "社区医院, HLT-C", "可回收物回收站, ENV-R", "七宝第二中学, EDU-J", "中国电信莘庄营业厅, TEL-B",
        "居(村)委服务站, GOV-V", "爱心超市、捐赠站, CHA-L", "莘庄镇日间照料中心, ELD-D", "健身苑点, SPT-S"})
    void aNameTellsItsKind(String name, String category) {
        assertThat(CategoryGuess.of(name)).contains(category);
    }

    @ParameterizedTest
    @CsvSource({"''", "莘庄", "small talk", "😀", "123"})
    void aNameThatTellsNothingIsNotGuessed(String name) {
        assertThat(CategoryGuess.of(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"yaod, PHA", "药, PHA", "sqyy, HLT-C", "社区医, HLT-C", "toil, ENV-T", "图书, CUL-L", "cesuo, ENV-T",
        "長者食, ELD-F"})
    void aKindIsOfferedWhileItIsTyped(String typed, String category) {
        assertThat(CategoryGuess.listForPrefix(typed)).first().isEqualTo(category);
    }

    @Test
    void nothingIsOfferedForNothing() {
        assertThat(CategoryGuess.listForPrefix("!")).isEmpty();
    }
}
