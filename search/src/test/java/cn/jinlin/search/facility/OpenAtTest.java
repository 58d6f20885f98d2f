package cn.jinlin.search.facility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import cn.jinlin.search.facility.OpeningTimes.Period;
import cn.jinlin.search.facility.OpeningTimes.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenAtTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final TestIndex INDEX = new TestIndex("open-test");

    @BeforeAll
    static void indexFacilities() {
        INDEX.emptied();
        INDEX.put(Documents.open(1, "白天", new OpeningTimes(List.of(monday(9, 17)), List.of(), List.of())),
                Documents.open(2, "通宵", new OpeningTimes(List.of(monday(20, 26)), List.of(), List.of())),
                Documents.open(3, "夏季",
                        new OpeningTimes(
                                List.of(new Span(9 * 60, 17 * 60, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 31))),
                                List.of(), List.of())),
                Documents.open(4, "换时",
                        new OpeningTimes(List.of(monday(9, 17)), List.of(MONDAY),
                                List.of(new Period(Instant.parse("2026-11-23T10:00:00Z"),
                                        Instant.parse("2026-11-23T12:00:00Z"))))),
                Documents.open(5, "从十二月",
                        new OpeningTimes(List.of(new Span(9 * 60, 17 * 60, LocalDate.of(2026, 12, 1), null)), List.of(),
                                List.of())),
                Documents.open(6, "通宵今天休息",
                        new OpeningTimes(List.of(monday(20, 26)), List.of(TUESDAY), List.of())),
                Documents.open(7, "通宵昨天休息",
                        new OpeningTimes(List.of(monday(20, 26)), List.of(MONDAY), List.of())));
    }

    @AfterAll
    static void disconnect() {
        INDEX.close();
    }

    @Test
    void openingIsInclusiveAndClosingIsNot() {
        assertThat(openAt(MONDAY, 8, 59)).isEmpty();
        assertThat(openAt(MONDAY, 9, 0)).contains(1L);
        assertThat(openAt(MONDAY, 16, 59)).contains(1L);
        assertThat(openAt(MONDAY, 17, 0)).doesNotContain(1L);
    }

    @Test
    void aNightBelongsToTheDayItBeganOn() {
        assertThat(openAt(MONDAY, 23, 59)).contains(2L);
        assertThat(openAt(TUESDAY, 1, 59)).contains(2L);
        assertThat(openAt(TUESDAY, 2, 0)).doesNotContain(2L);
        assertThat(openAt(MONDAY, 1, 0)).doesNotContain(2L);
    }

    @Test
    void anExceptionTakesAwayOnlyItsOwnDaysHours() {
        assertThat(openAt(TUESDAY, 1, 0)).contains(6L).doesNotContain(7L);
    }

    @Test
    void aSeasonCountsOnlyWithinItsDates() {
        assertThat(openAt(LocalDate.of(2026, 6, 1), 10, 0)).contains(3L);
        assertThat(openAt(LocalDate.of(2026, 8, 31), 10, 0)).contains(3L);
        assertThat(openAt(LocalDate.of(2026, 9, 7), 10, 0)).doesNotContain(3L);
        assertThat(openAt(LocalDate.of(2026, 11, 30), 10, 0)).doesNotContain(5L);
        assertThat(openAt(LocalDate.of(2026, 12, 7), 10, 0)).contains(5L);
    }

    @Test
    void whatAnExceptionSaysInsteadCounts() {
        assertThat(openAt(MONDAY, 10, 0)).contains(1L).doesNotContain(4L);
        assertThat(openAt(MONDAY, 18, 0)).contains(4L);
        assertThat(openAt(MONDAY, 20, 0)).doesNotContain(4L);
        assertThat(openAt(MONDAY.plusDays(7), 10, 0)).contains(4L);
    }

    @Test
    void nothingIsOpenOnADayOfAnotherKind() {
        assertThat(openAt(TUESDAY, 10, 0)).isEmpty();
    }

    private static List<Long> openAt(LocalDate day, int hour, int minute) {
        return INDEX.find(Queries.open(Moments.at(day, hour, minute)));
    }

    private static Span monday(int fromHour, int toHour) {
        return new Span(fromHour * 60, toHour * 60, null, null);
    }
}
