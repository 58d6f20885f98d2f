package cn.jinlin.search.facility;

import java.util.List;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// Finds facilities by words, place and opening state.
public interface FacilitySearch {

    /// @throws IndexUnavailableException when Elasticsearch cannot be asked now; thrown at once while it is known to be away
    /// @throws BrokenCursorException when the sort values to go on behind do not fit the query
    FacilityHits search(FacilityQuery query);

    /// @param prefix what was typed so far: Chinese, pinyin, initials or English
    /// @throws IndexUnavailableException when Elasticsearch cannot be asked now
    List<SuggestHit> suggest(String prefix, @Nullable GeoPoint near, int first);
}
