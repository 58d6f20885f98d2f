package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One page of a search.
///
/// @param total matches in all, exact up to 10,000; 0 when not asked for
/// @param totalIsLowerBound true when more than 10,000 match
/// @param hasNext true when another item follows the page
public record FacilityHits(List<Hit> hits, long total, boolean totalIsLowerBound, boolean hasNext, Facets facets) {

    /// A facility found.
    ///
    /// @param card the document's card, as it was indexed
    /// @param distanceMetres straight-line metres from `near`; null without `near` or location
    /// @param sortValues what to pass as [FacilityQuery#after()] for the items behind this one
    public record Hit(long id, String card, @Nullable Integer distanceMetres, List<Highlight> highlights,
            List<Object> sortValues) {}

    /// A text cut into pieces; joined in order they give the text.
    public record Highlight(String field, List<Piece> pieces) {

        /// The text as parts that in turn did not match and matched; the first, which did not, may be empty.
        public List<String> parts() {
            List<String> parts = new ArrayList<>(pieces.size() + 1);
            for (Piece piece : pieces) {
                boolean matchIsNext = parts.size() % 2 == 1;
                if (piece.matched() != matchIsNext) {
                    parts.add("");
                }
                parts.add(piece.text());
            }
            return parts;
        }
    }

    /// A piece of a highlighted text.
    public record Piece(String text, boolean matched) {}

    /// Counts by code, most first, at most 50 each; all empty when not asked for.
    public record Facets(Map<String, Long> categories, Map<String, Long> subdistricts, Map<String, Long> charges,
            Map<String, Long> accessibility) {}
}
