package cn.jinlin.search.walk.osm;

import java.util.Set;

import cn.jinlin.search.walk.EdgeTraits;
import org.jspecify.annotations.Nullable;

/// Which ways can be walked, in which direction, and what is met on them. Meanings of the tags: OpenStreetMap wiki, the
/// page of each key; where the wiki leaves it open, as GraphHopper's foot access does, so that the two agree.
final class FootRules {

    /// Beside the bits of [EdgeTraits]: made for walkers, not a road that has room for them.
    static final int FOOT_WAY = 1 << 20;
    /// Beside the bits of [EdgeTraits]: the way across a road, from kerb to kerb.
    static final int CROSSING_WAY = 1 << 21;

    private static final Set<String> FOR_WALKERS = Set.of("footway", "path", "pedestrian", "steps", "living_street",
            "residential", "service", "track", "unclassified", "road", "tertiary", "tertiary_link", "secondary",
            "secondary_link", "primary", "primary_link", "trunk", "trunk_link", "cycleway", "bridleway", "platform",
            "corridor", "elevator", "crossing");
    private static final Set<String> FOOT_WAYS = Set.of("footway", "path", "pedestrian", "steps", "platform",
            "corridor", "elevator", "crossing", "cycleway", "bridleway");
    private static final Set<String> UNFINISHED = Set.of("construction", "proposed", "planned", "abandoned", "disused",
            "razed", "demolished", "dismantled", "removed", "no");
    private static final Set<String> SIDEWALK = Set.of("yes", "both", "left", "right");
    private static final Set<String> ONE_WAY = Set.of("yes", "true", "1", "-1");
    private static final Set<String> LOOSE_SURFACES = Set.of("sand", "gravel", "pebblestone", "cobblestone",
            "unhewn_cobblestone", "mud", "earth", "dirt", "ground", "grass", "rock", "stepping_stones", "woodchips");
    private static final Set<String> UNEVEN = Set.of("bad", "very_bad", "horrible", "very_horrible", "impassable");

    private FootRules() {}

    /// Whether a way is a matter of this network at all: most ways of an extract are outlines of buildings.
    static boolean concerns(Tags way) {
        return way.has("highway") || isFerry(way) || isPlatformOrPier(way);
    }

    /// Why a way is left out, or null for one that can be walked.
    static @Nullable WayRefusal refusal(Tags way, boolean includePrivate) {
        var highway = way.get("highway");
        if (highway == null) {
            return isFerry(way) ? WayRefusal.FERRY : shut(Permission.of(way), includePrivate);
        }
        if (UNFINISHED.contains(highway)) {
            return WayRefusal.UNFINISHED;
        }
        // Ladders on a rock face: known by foot=yes now and then, and no way to a pharmacy.
        if (highway.equals("via_ferrata")) {
            return WayRefusal.NOT_FOR_WALKERS;
        }
        var permission = Permission.of(way);
        var shut = shut(permission, includePrivate);
        if (shut != null || permission == Permission.WELCOME || way.is("sidewalk", SIDEWALK)) {
            return shut;
        }
        if (!FOR_WALKERS.contains(highway)) {
            return WayRefusal.NOT_FOR_WALKERS;
        }
        return way.is("motorroad", "yes") ? WayRefusal.MOTORROAD : null;
    }

    private static @Nullable WayRefusal shut(Permission permission, boolean includePrivate) {
        return switch (permission) {
            case FORBIDDEN -> WayRefusal.FORBIDDEN;
            case RESIDENTS -> includePrivate ? null : WayRefusal.PRIVATE;
            case WELCOME, OPEN, UNSAID -> null;
        };
    }

    /// What is met on a way that can be walked: bits of [EdgeTraits] and of this class.
    static int traits(Tags way) {
        int traits = directions(way);
        if (way.is("highway", "steps") && !canBeWheeledUp(way)) {
            traits |= EdgeTraits.STEPS;
        } else if (way.is("wheelchair", "no")) {
            // Whatever keeps wheels out there, nobody rolls over it.
            traits |= EdgeTraits.KERB;
        }
        if (way.is("highway", "elevator")) {
            traits |= EdgeTraits.ELEVATOR;
        }
        if (isRough(way)) {
            traits |= EdgeTraits.ROUGH;
        }
        if (Permission.of(way) == Permission.RESIDENTS) {
            traits |= EdgeTraits.PRIVATE;
        }
        if (isCrossing(way)) {
            traits |= CROSSING_WAY;
            if (way.is("crossing", "traffic_signals") || way.is("crossing:signals", "yes")) {
                traits |= EdgeTraits.SIGNALS;
            }
        }
        return way.is("highway", FOOT_WAYS) || !way.has("highway") ? traits | FOOT_WAY : traits;
    }

    /// `oneway` is for vehicles and binds walkers on steps only, an old way of saying escalator; `oneway:foot`,
    /// `foot:forward` and `foot:backward` are for them.
    private static int directions(Tags way) {
        if (way.is("oneway:foot", "no")) {
            return EdgeTraits.FORWARD | EdgeTraits.BACKWARD;
        }
        boolean steps = way.is("highway", "steps");
        if (way.is("oneway:foot", "-1") || way.is("foot:forward", "no") || way.is("conveying", "backward")
                || (steps && way.is("oneway", "-1"))) {
            return EdgeTraits.BACKWARD;
        }
        if (way.is("oneway:foot", ONE_WAY) || way.is("foot:backward", "no") || way.is("conveying", "forward")
                || (steps && way.is("oneway", ONE_WAY))) {
            return EdgeTraits.FORWARD;
        }
        return EdgeTraits.FORWARD | EdgeTraits.BACKWARD;
    }

    private static boolean canBeWheeledUp(Tags steps) {
        return !steps.is("wheelchair", "no") && (steps.is("wheelchair", "yes") || steps.is("ramp:wheelchair", "yes"));
    }

    private static boolean isRough(Tags way) {
        return !way.is("wheelchair", "yes") && (way.is("surface", LOOSE_SURFACES) || way.is("smoothness", UNEVEN));
    }

    private static boolean isCrossing(Tags way) {
        return way.is("footway", "crossing") || way.is("path", "crossing") || way.is("cycleway", "crossing")
                || way.is("highway", "crossing");
    }

    private static boolean isFerry(Tags way) {
        return !way.has("highway") && way.is("route", "ferry");
    }

    private static boolean isPlatformOrPier(Tags way) {
        return way.is("railway", "platform") || way.is("man_made", "pier");
    }
}
