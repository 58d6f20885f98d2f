package cn.jinlin.search.walk.osm;

import java.util.Set;

/// What is met at a single node of a way: gates, kerbs, crossings, elevators. Meanings of the tags: OpenStreetMap wiki,
/// Key:barrier, Key:kerb, Key:crossing.
final class NodeRules {

    /// Nobody passes.
    static final int BLOCKED = 1;
    static final int CROSSING = 1 << 1;
    static final int SIGNALS = 1 << 2;
    /// A raised kerb between pavement and road.
    static final int KERB = 1 << 3;
    /// A walker passes, wheels do not: a stile, a turnstile.
    static final int NARROW = 1 << 4;
    static final int ELEVATOR = 1 << 5;

    /// What cannot be opened. A gate, a bollard or a lift gate lets walkers through unless its access says otherwise.
    private static final Set<String> CLOSED = Set.of("wall", "fence");
    private static final Set<String> TOO_NARROW = Set.of("stile", "turnstile", "full-height_turnstile",
            "kissing_gate");

    private NodeRules() {}

    static int flags(Tags node, boolean includePrivate) {
        if (node.values().isEmpty()) {
            return 0;
        }
        int flags = blocks(node, includePrivate) ? BLOCKED : 0;
        if (node.is("highway", "crossing") || (node.is("highway", "traffic_signals") && crosses(node))) {
            flags |= CROSSING;
            if (node.is("crossing", "traffic_signals") || node.is("crossing:signals", "yes")
                    || node.is("highway", "traffic_signals")) {
                flags |= SIGNALS;
            }
        }
        if (node.is("kerb", "raised")) {
            flags |= KERB;
        }
        if (node.is("highway", "elevator")) {
            flags |= ELEVATOR;
        }
        if (node.has("barrier") && !node.is("wheelchair", "yes")
                && (node.is("barrier", TOO_NARROW) || node.is("wheelchair", "no"))) {
            flags |= NARROW;
        }
        return flags;
    }

    private static boolean crosses(Tags node) {
        return node.has("crossing") && !node.is("crossing", "no");
    }

    private static boolean blocks(Tags node, boolean includePrivate) {
        if (!node.has("barrier")) {
            return false;
        }
        var permission = Permission.of(node);
        return switch (permission) {
            case FORBIDDEN -> true;
            case RESIDENTS -> !includePrivate;
            case WELCOME, OPEN -> false;
            case UNSAID -> node.is("locked", "yes") || node.is("barrier", CLOSED);
        };
    }
}
