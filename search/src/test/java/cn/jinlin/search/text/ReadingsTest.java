package cn.jinlin.search.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsTest {

    @ParameterizedTest
    @CsvSource({"闵行区体育馆, min hang qu ti yu guan", "莘庄, xin zhuang", "高行镇, gao hang zhen", "殷行路, yin hang lu",
        "中国银行莘庄支行, zhong guo yin hang xin zhuang zhi hang", "行政服务中心, xing zheng fu wu zhong xin",
        "助行服务, zhu xing fu wu", "长征路, chang zheng lu", "长宁区, chang ning qu", "长寿路, chang shou lu",
        "长者食堂, zhang zhe shi tang", "校长信箱, xiao zhang xin xiang", "成长驿站, cheng zhang yi zhan",
        "重庆火锅, chong qing huo guo", "重症监护, zhong zheng jian hu", "重阳敬老, chong yang jing lao",
        "乐山路, le shan lu", "音乐厅, yin yue ting", "乐清面馆, yue qing mian guan", "长乐路, chang le lu",
        "朝阳农贸市场, chao yang nong mao shi chang", "朝晖新村, zhao hui xin cun", "曾氏诊所, zeng shi zhen suo",
        "厦门路, xia men lu", "文化大厦, wen hua da sha", "蚌埠路, beng bu lu", "台州路, tai zhou lu",
        "丽水路, li shui lu", "人民调解, ren min tiao jie", "便民服务, bian min fu wu",
        "综合为老服务中心, zong he wei lao fu wu zhong xin", "会计事务所, kuai ji shi wu suo", "接种门诊, jie zhong men zhen",
        "献血屋, xian xue wu", "理发店, li fa dian", "中药铺, zhong yao pu", "海参店, hai shen dian",
        "颛桥镇, zhuan qiao zhen", "漕河泾, cao he jing", "朱家角, zhu jia jiao", "六安路, lu an lu",
        "天台路, tian tai lu", "办事处, ban shi chu", "绿地, lv di", "番禺路, pan yu lu"})
    void aNameIsReadAsPeopleThereSayIt(String name, String syllables) {
        assertThat(String.join(" ", Readings.of(Units.of(name)))).isEqualTo(syllables);
    }

    @Test
    void whatIsNotChineseStaysAsItIs() {
        assertThat(Readings.of(Units.of("ATM自助银行24h"))).containsExactly("atm", "zi", "zhu", "yin", "hang", "24h");
    }

    @Test
    void aCharacterBeyondTheDictionaryStandsForItself() {
        assertThat(Readings.of(Units.of("𠮷野家"))).hasSize(3).startsWith("𠮷");
    }

    @Test
    void initialsAreTheFirstLetters() {
        List<Unit> units = Units.of("莘庄支行ATM");

        assertThat(Readings.initials(units, Readings.of(units))).isEqualTo("xzzhatm");
    }
}
