package cn.jinlin.search.facility;

import java.util.List;

import cn.jinlin.search.facility.FacilityHits.Highlight;
import cn.jinlin.search.facility.FacilityHits.Piece;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HighlightTest {

    private static final Piece MATCHED = new Piece("药店", true);
    private static final Piece OTHER = new Piece("大桥", false);

    @Test
    void everySecondPartOfATextIsAMatch() {
        assertThat(parts(OTHER, MATCHED, OTHER)).containsExactly("大桥", "药店", "大桥");
    }

    @Test
    void aTextThatBeginsWithAMatchHasAnEmptyFirstPart() {
        assertThat(parts(MATCHED, OTHER)).containsExactly("", "药店", "大桥");
    }

    @Test
    void matchesSideBySideAreKeptApartByAnEmptyPart() {
        assertThat(parts(MATCHED, MATCHED)).containsExactly("", "药店", "", "药店");
    }

    private static List<String> parts(Piece... pieces) {
        return new Highlight("name", List.of(pieces)).parts();
    }
}
