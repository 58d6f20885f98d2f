package cn.jinlin.api.facility.intake.hours;

import java.util.Arrays;
import java.util.stream.Collectors;

import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.ScheduleLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HoursReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            周一至周五 8:30-11:30,13:30-16:30            > 1,2,3,4,5 08:30-11:30; 1,2,3,4,5 13:30-16:30
            周一到周日 全天                               > 1,2,3,4,5,6,7 00:00-24:00
            早餐6:30-8:30 午餐10:30-13:00 晚餐16:30-18:30  > 1,2,3,4,5,6,7 06:30-08:30; 1,2,3,4,5,6,7 10:30-13:00; 1,2,3,4,5,6,7 16:30-18:30
            24小时                                       > 1,2,3,4,5,6,7 00:00-24:00
            全天24小时营业                                > 1,2,3,4,5,6,7 00:00-24:00; 1,2,3,4,5,6,7 00:00-24:00
            工作日 9:00-17:00(法定节假日除外)               > 1,2,3,4,5 09:00-17:00
            9:00—17:00                                  > 1,2,3,4,5,6,7 09:00-17:00
            Mon-Fri 08:30-17:00                         > 1,2,3,4,5 08:30-17:00
            上午8:30—11:30 下午1:30—5:00                  > 1,2,3,4,5,6,7 08:30-11:30; 1,2,3,4,5,6,7 13:30-17:00
            上午：8:30—11:30；下午：1:30—5:00               > 1,2,3,4,5,6,7 08:30-11:30; 1,2,3,4,5,6,7 13:30-17:00
            周一至周五：8:30—17:00，周六：9:00—12:00，周日休息 > 1,2,3,4,5 08:30-17:00; 6 09:00-12:00
            周二至周日9:00-17:00（周一闭馆）                > 2,3,4,5,6,7 09:00-17:00
            9:00-17:00（周一闭馆，16:30停止入馆）            > 2,3,4,5,6,7 09:00-17:00
            8:30-17:00（周一至周五）                       > 1,2,3,4,5 08:30-17:00
            星期一、三、五 ８：００～１６：００                > 1,3,5 08:00-16:00
            周一至五9点-17点30分                           > 1,2,3,4,5 09:00-17:30
            每周六、周日上午9点半至11点半                    > 6,7 09:30-11:30
            双休日及节假日 9:00-11:00，13:00-16:00          > 6,7 09:00-11:00; 6,7 13:00-16:00
            周一至周五 8:00-16:30 节假日 10:00-15:00       > 1,2,3,4,5 08:00-16:30
            每天 17:00-次日2:00                           > 1,2,3,4,5,6,7 17:00-02:00
            早6点-晚10点                                  > 1,2,3,4,5,6,7 06:00-22:00
            Monday to Friday 9am-5pm, Sat 9:00 am - 12 pm > 1,2,3,4,5 09:00-17:00; 6 09:00-12:00
            Mo-Fr 08:00-18:00; Sa 10:00-16:00; PH off   > 1,2,3,4,5 08:00-18:00; 6 10:00-16:00
            Daily 24 hours                              > 1,2,3,4,5,6,7 00:00-24:00
            营业时间:08:30:00-17:00:00                   > 1,2,3,4,5,6,7 08:30-17:00
            周一~周日 07:00~21:00（电话预约）                > 1,2,3,4,5,6,7 07:00-21:00
            周一至周六 8:30一16:30（中午不休息）            > 1,2,3,4,5,6 08:30-16:30
            周三闭馆，其余时间9:00-17:00                  > 1,2,4,5,6,7 09:00-17:00
            法定工作日9:00-17:00                         > 1,2,3,4,5 09:00-17:00
            7×24小时                                     > 1,2,3,4,5,6,7 00:00-24:00
            周一至周五（工作日）8:30-17:00；周末、节假日9:00-16:00 > 1,2,3,4,5 08:30-17:00; 6,7 09:00-16:00
            周1至5 早上8点到下午5点                       > 1,2,3,4,5 08:00-17:00
            1-5 08:30-11:30; 6,7 09:00-12:00             > 1,2,3,4,5 08:30-11:30; 6,7 09:00-12:00
            """)
    void readsHoursAsPeopleWriteThem(String text, String expected) {
        assertThat(HoursReader.find(text).orElseThrow().lines().stream().distinct().map(HoursReaderTest::show))
                .containsExactlyElementsOf(Arrays.stream(expected.split("; ")).distinct().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"以现场公告为准", "夏季8:00-20:00 冬季8:30-18:00", "3-5", "9:00-5:00", "25:00-26:00", "周一至周五", "详见官网",
        "休息",
        "1-5 25:00-26:00", "周一至周五 8:30-17:00 以电话为准", "2026", "1-5 08:00-12:00 2026-02-30.."})
    void leavesUnreadWhatItIsNotSureOf(String text) {
        assertThat(HoursReader.find(text)).isEmpty();
    }

    @Test
    void takesFromTheTextHowHolidaysCount() {
        assertThat(policy("工作日 9:00-17:00(法定节假日除外)")).isEqualTo(HolidayPolicy.FOLLOWS_CALENDAR);
        assertThat(policy("周一至周日 9:00-17:00，节假日休息")).isEqualTo(HolidayPolicy.FOLLOWS_CALENDAR);
        assertThat(policy("周一至周五 9:00-17:00（不含节假日）")).isEqualTo(HolidayPolicy.FOLLOWS_CALENDAR);
        assertThat(policy("9:00-21:00 全年无休")).isEqualTo(HolidayPolicy.AS_USUAL);
        assertThat(policy("周二至周日9:00-17:00，周一闭馆（法定节假日除外）")).isEqualTo(HolidayPolicy.AS_USUAL);
        assertThat(policy("24小时")).isEqualTo(HolidayPolicy.AS_USUAL);
        assertThat(policy("Mon-Fri 08:30-17:00")).isEqualTo(HolidayPolicy.FOLLOWS_CALENDAR);
    }

    @Test
    void readsTheSeasonsOfOurOwnForm() {
        var lines = HoursReader.find("1-7 06:00-20:00 ..2026-04-30; 1-7 05:30-21:30 2026-05-01..2026-09-30")
                .orElseThrow()
                .lines();
        assertThat(lines.getFirst().validFrom()).isNull();
        assertThat(lines.getFirst().validTo()).hasToString("2026-04-30");
        assertThat(lines.getLast().validFrom()).hasToString("2026-05-01");
    }

    @Test
    void readsDatedExceptionsOfOurOwnForm() {
        var days = ExceptionForm.find("2026-10-01 closed 检修; 2026-09-30 09:00-12:00,13:00-15:00 提早结束").orElseThrow();
        assertThat(days).extracting(day -> day.date().toString()).containsExactly("2026-09-30", "2026-10-01");
        assertThat(days.getFirst().periods()).hasSize(2);
        assertThat(days.getLast().note()).isEqualTo("检修");
        assertThat(ExceptionForm.find("2026-13-01 closed")).isEmpty();
        assertThat(ExceptionForm.find("国庆休息")).isEmpty();
    }

    @Test
    void doesNotLoseItselfInALongText() {
        assertThat(HoursReader.find("周".repeat(1_000_000))).isEmpty();
    }

    private static HolidayPolicy policy(String text) {
        return HoursReader.find(text).orElseThrow().policyOrUsual();
    }

    private static String show(ScheduleLine line) {
        return line.byday().stream().map(String::valueOf).collect(Collectors.joining(",")) + " " + line.opensAt() + "-"
                + line.closesAt();
    }
}
