package cn.jinlin.api.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.region.PointInput;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.BrokenCursorException;
import cn.jinlin.search.facility.FacilityHits;
import cn.jinlin.search.facility.FacilityQuery;
import cn.jinlin.search.facility.FacilitySearch;
import cn.jinlin.search.facility.IndexUnavailableException;
import cn.jinlin.search.facility.SuggestHit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds facilities: by the word index, and more plainly by the record while the index is away.
@Component
class FacilityFinder {

    private static final Logger log = LoggerFactory.getLogger(FacilityFinder.class);

    private final FacilitySearchPolicy policy;
    private final FacilitySearch index;
    private final RecordSearch record;
    private final OnFoot onFoot;
    private final FacilityCards cards;

    FacilityFinder(FacilitySearchPolicy policy, FacilitySearch index, RecordSearch record, OnFoot onFoot,
            FacilityCards cards) {
        this.policy = policy;
        this.index = index;
        this.record = record;
        this.onFoot = onFoot;
        this.cards = cards;
    }

    /// @throws BadInput when the search breaks a bound
    FacilityResults search(FacilitySearchInput input, int first, @Nullable FacilityCursor after,
            Set<FacilityQuery.Part> wanted) {
        Map<Long, OnFoot.Walk> walks = policy.walkLimit(input)
                .map(limit -> onFoot.reach(limit.from(), limit.walker(), limit.minutes()))
                .orElse(null);
        FacilityQuery query = policy.query(input, first, after, wanted, walks == null ? null : walks.keySet());
        return search(query, after, walks == null ? Map.of() : walks);
    }

    private FacilityResults search(FacilityQuery query, @Nullable FacilityCursor after, Map<Long, OnFoot.Walk> walks) {
        int position = after == null ? 0 : after.position();
        FacilityHits hits;
        try {
            hits = index.search(query);
        } catch (IndexUnavailableException away) {
            log.debug("Searching in the record: {}", away.getMessage());
            return record.search(query, position).with(walks);
        } catch (BrokenCursorException forged) {
            throw new BadInput("after", "BROKEN_CURSOR");
        }
        if (after != null && after.sortValues().isEmpty()) {
            // The page before came from the record; its order is not the index's.
            throw new BadInput("after", "CURSOR_EXPIRED");
        }
        var found = new ArrayList<FacilityResults.Found>(hits.hits().size());
        for (FacilityHits.Hit hit : hits.hits()) {
            found.add(new FacilityResults.Found(cards.read(hit.card()),
                    new FacilityCursor(position + found.size() + 1, hit.sortValues()),
                    hit.distanceMetres(), hit.highlights(), walks.get(hit.id())));
        }
        return new FacilityResults(found, hits.total(), hits.totalIsLowerBound(), hits.hasNext(), position > 0,
                hits.facets(), false);
    }

    /// @throws BadInput when the prefix breaks a bound
    List<SuggestHit> suggest(String prefix, @Nullable PointInput near, int first) {
        policy.requirePageSize(first, FacilitySearchPolicy.MOST_SUGGESTIONS);
        String text = policy.prefix(prefix);
        GeoPoint point = near == null ? null : near.toWgs84("near");
        try {
            return index.suggest(text, point, first);
        } catch (IndexUnavailableException away) {
            log.debug("Suggesting from the record: {}", away.getMessage());
            return record.suggest(text, point, first);
        }
    }
}
