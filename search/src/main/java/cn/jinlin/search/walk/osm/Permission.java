package cn.jinlin.search.walk.osm;

import java.util.Set;

/// What the access tags say to a walker. Meanings of the values: OpenStreetMap wiki, Key:access and Key:foot.
enum Permission {
    /// `foot` lets walkers in, whatever the road is.
    WELCOME,
    /// Open to everybody, without a word about walkers.
    OPEN, UNSAID, RESIDENTS, FORBIDDEN;

    private static final Set<String> ALLOWING = Set.of("yes", "designated", "official", "permissive", "destination");
    private static final Set<String> RESERVED = Set.of("private", "permit", "service");
    private static final Set<String> FORBIDDING = Set.of("no", "restricted", "military", "emergency");

    /// `foot` is closer to the matter than `access` and wins. A value that says nothing about walking, such as
    /// `use_sidepath` or `customers`, leaves the word to the other key.
    static Permission of(Tags tags) {
        var foot = of(tags, "foot");
        if (foot != UNSAID) {
            return foot == OPEN ? WELCOME : opensAtTimes(tags, "foot:conditional") ? UNSAID : foot;
        }
        var access = of(tags, "access");
        boolean shut = access == FORBIDDEN || access == RESIDENTS;
        return shut && (opensAtTimes(tags, "access:conditional") || opensAtTimes(tags, "foot:conditional"))
                ? UNSAID
                : access;
    }

    /// A park closed at night, a museum's garden: the network knows no hours, and what opens every day belongs to it.
    private static boolean opensAtTimes(Tags tags, String key) {
        var value = tags.get(key);
        return value != null && ALLOWING.contains(value.substring(0, Math.max(0, value.indexOf('@'))).strip());
    }

    private static Permission of(Tags tags, String key) {
        var value = tags.get(key);
        if (value == null) {
            return UNSAID;
        }
        boolean reserved = false;
        boolean forbidden = false;
        for (String part : value.split(";")) {
            var word = part.strip();
            if (ALLOWING.contains(word)) {
                return OPEN;
            }
            reserved |= RESERVED.contains(word);
            forbidden |= FORBIDDING.contains(word);
        }
        return forbidden ? FORBIDDEN : reserved ? RESIDENTS : UNSAID;
    }
}
