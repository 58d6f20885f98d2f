package cn.jinlin.api.booking.figures;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What everybody may know of a figure.
class PublicFiguresTest {

    private static final LocalDate MONTH = LocalDate.of(2026, 9, 1);

    @Test
    void numbersAreRoundedToFivesAndSharesToPercents() {
        var shown = PublicFigures.rounded(new Figure(MONTH, 1L, 2L, 123, 97, 8, 17, 80, 301, 200, 90, 610, 52));
        assertThat(shown).isEqualTo(
                new PublicFigures.Shown(125, 95, 10, 15, 0.66, 0.08, 10, 2.2, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void fewerThanFivePeopleAreHiddenWhole(int people) {
        assertThat(PublicFigures.rounded(new Figure(MONTH, 1L, 2L, 40, 40, 0, 0, people, 100, 40, 40, 600, 48)))
                .isEqualTo(PublicFigures.Shown.allHidden());
    }

    @Test
    void peopleErasedSinceHideWhatTheyWerePartOf() {
        assertThat(PublicFigures.rounded(new Figure(MONTH, 1L, 2L, 3, 3, 0, 0, 0, 100, 3, 3, 600, 48)).hidden())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void aFewWhoDidNotComeAreHiddenAndSoIsTheirShare(int missed) {
        var shown = PublicFigures.rounded(new Figure(MONTH, 1L, 2L, 100, 90, missed, 10 - missed, 80, 200, 95, 90, 600,
                48));
        assertThat(shown.missed()).isNull();
        assertThat(shown.missedShare()).isNull();
        assertThat(shown.hidden()).isTrue();
        assertThat(shown.booked()).isEqualTo(100);
    }

    @Test
    void nobodyIsNoSecret() {
        var shown = PublicFigures.rounded(new Figure(MONTH, 1L, 2L, 0, 0, 0, 0, 0, 200, 0, 0, null, null));
        assertThat(shown.booked()).isZero();
        assertThat(shown.use()).isZero();
        assertThat(shown.waitMinutes()).isNull();
        assertThat(shown.hidden()).isFalse();
    }

    @Test
    void aFewWhoWaitedAreHidden() {
        var shown = PublicFigures.rounded(new Figure(MONTH, 1L, 2L, 50, 50, 0, 0, 50, 100, 50, 4, 600, 48));
        assertThat(shown.waitMinutes()).isNull();
        assertThat(shown.hidden()).isTrue();
    }

    @Test
    void aDeskSeesThemAsTheyAre() {
        var shown = PublicFigures.exact(new Figure(MONTH, 1L, 2L, 3, 1, 1, 1, 2, 10, 2, 1, 95, 30));
        assertThat(shown).isEqualTo(new PublicFigures.Shown(3, 1, 1, 1, 0.2, 0.5, 2, 1.3, false));
    }
}
