package cn.jinlin.api.circle.coverage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.FacilityFeed;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.AttachedFacilities;
import cn.jinlin.search.walk.Attachment;
import cn.jinlin.search.walk.NearestFacility;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkProfile;
import org.jspecify.annotations.Nullable;

/// The nearest facility of one category from every node, for one profile, in time and in metres, and what follows from
/// it for the homes. Put together at the first ask, and followed from then on.
///
/// A facility farther than 100 m from every path the profile may use is on no way and counts nowhere.
final class CategoryCoverage {

    /// Two nearest facilities of eight bytes a node: in time and in metres.
    static final long BYTES_PER_NODE = 16;

    private static final int CAP_TENTHS = 60 * 600;
    private static final int DECIMETRES = 10;

    private final FacilityCategory category;
    private final WalkProfile profile;
    private final HomesOnFoot homes;
    private final int standardMetres;
    private final Semaphore working;
    private final NearestFacility time;
    private final NearestFacility length;
    private final Map<Long, GeoPoint> places = new HashMap<>();
    private boolean begun;
    private @Nullable CoverageNumbers numbers;

    /// @param homes attached for the profile
    /// @param working lets through as many as may walk a whole network at once; whoever holds it waits for nobody else
    CategoryCoverage(FacilityCategory category, WalkProfile profile, HomesOnFoot homes, int standardMetres,
            Semaphore working) {
        this.working = working;
        this.category = category;
        this.profile = profile;
        this.homes = homes;
        this.standardMetres = standardMetres;
        WalkNetwork network = homes.network();
        time = new NearestFacility(network, profile, CAP_TENTHS);
        length = new NearestFacility(network, metres(profile), standardMetres * DECIMETRES);
    }

    /// Metres walked over what this person may use.
    private static WalkProfile metres(WalkProfile profile) {
        WalkProfile metres = WalkProfile.METRES;
        return new WalkProfile(metres.name(), metres.metresPerHour(), profile.steps(), profile.kerbs(), profile.rough(),
                metres.roughPercent(), profile.throughPrivate(), 0, 0, 0);
    }

    /// The numbers as they are at this moment.
    synchronized CoverageNumbers numbers(FacilityFeed feed) {
        begin(feed);
        CoverageNumbers known = numbers;
        if (known == null) {
            known = count(time, length);
            numbers = known;
        }
        return known;
    }

    /// Hears where a facility of any category is now.
    synchronized void put(FacilityFeed.Place place) {
        // What has not begun will read the record as it is then.
        if (begun) {
            move(place.id(), place.category().equals(category.code()) ? place.location() : null);
        }
    }

    private void move(long id, @Nullable GeoPoint now) {
        if (Objects.equals(places.get(id), now)) {
            return;
        }
        numbers = null;
        Optional<Attachment> at = Optional.ofNullable(now).flatMap(this::attach);
        if (now == null) {
            places.remove(id);
        } else {
            places.put(id, now);
        }
        if (at.isPresent()) {
            time.opened(id, at.get());
            length.opened(id, at.get());
        } else {
            time.closed(id);
            length.closed(id);
        }
    }

    /// The numbers as they are and as a plan would have them, of one moment.
    record Plan(CoverageNumbers now, CoverageNumbers then) {}

    /// A plan: these facilities more and those fewer. Changes nothing.
    ///
    /// @param removed ids that [#has]
    Plan plan(List<Attachment> added, Set<Long> removed, FacilityFeed feed) {
        CoverageNumbers now;
        NearestFacility timeThen;
        NearestFacility lengthThen;
        synchronized (this) {
            now = numbers(feed);
            timeThen = time.whatIf();
            lengthThen = length.whatIf();
        }
        working.acquireUninterruptibly();
        try {
            return new Plan(now, planned(timeThen, lengthThen, added, removed));
        } finally {
            working.release();
        }
    }

    private CoverageNumbers planned(NearestFacility timeThen, NearestFacility lengthThen, List<Attachment> added,
            Set<Long> removed) {
        for (long id : removed) {
            timeThen.closed(id);
            lengthThen.closed(id);
        }
        // No facility has an id below 1.
        long planned = 0;
        for (Attachment at : added) {
            planned--;
            timeThen.opened(planned, at);
            lengthThen.opened(planned, at);
        }
        return count(timeThen, lengthThen);
    }

    /// Whether the category has this facility, on a path or not.
    synchronized boolean has(long id, FacilityFeed feed) {
        begin(feed);
        return places.containsKey(id);
    }

    /// Where a place meets the network, if a path passes within 100 m.
    Optional<Attachment> attach(GeoPoint point) {
        return homes.network().attach(point, profile, AttachedFacilities.MAX_METRES);
    }

    private void begin(FacilityFeed feed) {
        if (begun) {
            return;
        }
        places.clear();
        feed.tellCategory(category.code(), (point, id) -> places.put(id, point));
        Map<Long, Attachment> attached = new LinkedHashMap<>();
        places.forEach((id, point) -> attach(point).ifPresent(at -> attached.put(id, at)));
        working.acquireUninterruptibly();
        try {
            time.recompute(attached);
            length.recompute(attached);
        } finally {
            working.release();
        }
        begun = true;
    }

    private CoverageNumbers count(NearestFacility inTime, NearestFacility inMetres) {
        return CoverageCount.of(homes, inTime.map(), inMetres.map(), category.tier().minutes(), standardMetres);
    }
}
