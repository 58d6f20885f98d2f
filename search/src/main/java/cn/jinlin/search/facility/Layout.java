package cn.jinlin.search.facility;

import java.util.Map;

import static cn.jinlin.search.facility.Dsl.object;

/// What the index is made of. Only what Elasticsearch's core has: all cutting and reading of text is done in Java.
final class Layout {

    /// Folded names as a whole: for exactness and beginnings.
    static final String KEY = "key";
    /// First one to three letters of each key: a prefix query over so many keys would be slow.
    static final String HEAD = "head";
    /// Pairs of the official name, in order.
    static final String NAME = "name";
    /// Pairs of other names and the English name, in order.
    static final String OTHER_NAMES = "otherNames";
    /// Characters of all names.
    static final String CHARACTERS = "characters";
    static final String ADDRESS = "address";
    static final String SERVICES = "services";
    /// Pairs and words of everything, each once.
    static final String EVERYTHING = "everything";
    /// Syllables of the names, in order.
    static final String SYLLABLES = "syllables";
    /// Syllable pairs of everything, each once.
    static final String SOUNDS = "sounds";
    /// The same as heard in the south, with other readings.
    static final String SOUNDS_ALIKE = "soundsAlike";
    /// Pairs of the names' initials, in order.
    static final String INITIALS = "initials";
    static final String CATEGORY = "category";
    static final String SUBDISTRICT = "subdistrict";
    static final String CHARGE = "charge";
    static final String AUDIENCES = "audiences";
    static final String ACCESSIBILITY = "accessibility";
    static final String LANGUAGES = "languages";
    static final String LOCATION = "location";
    static final String ID = "id";
    static final String NAME_ORDER = "nameOrder";
    static final String SPANS = "spans";
    static final String SEASONS = "seasons";
    static final String EXCEPTION_DATES = "exceptionDates";
    static final String EXCEPTION_PERIODS = "exceptionPeriods";
    /// What is given back and never searched: everything a hit shows, under one name so that nothing else is read.
    static final String SHOWN = "shown";

    private static final String OFFICIAL_NAMES = "official-names";
    private static final int NEVER_ANALYSED_LENGTH = 400;

    private Layout() {}

    /// Settings and mappings of a new index.
    ///
    /// @param filling true while it is filled and not yet searched
    static Map<String, Object> index(boolean filling) {
        Map<String, Object> settings = object("number_of_shards", 1, "auto_expand_replicas", filling ? "false" : "0-1",
                "refresh_interval", filling ? "-1" : "1s", "gc_deletes", filling ? "6h" : "10m");
        // Official names are long: their length says little about how well they match.
        settings.put("similarity", object(OFFICIAL_NAMES, object("type", "BM25", "b", 0.25)));
        if (filling) {
            settings.put("number_of_replicas", 0);
        }
        return object("settings", object("index", settings), "mappings", mappings());
    }

    /// What turns a filled index into one that is searched.
    static Map<String, Object> serving() {
        return object("index",
                object("auto_expand_replicas", "0-1", "refresh_interval", "1s", "gc_deletes", "10m"));
    }

    private static Map<String, Object> mappings() {
        Map<String, Object> fields = object(ID, object("type", "long"), LOCATION, object("type", "geo_point"),
                KEY, keyword(false), HEAD, keyword(false), NAME_ORDER, object("type", "keyword", "index", false,
                        "ignore_above", NEVER_ANALYSED_LENGTH),
                NAME, name(), OTHER_NAMES, text("positions", false), CHARACTERS,
                text("docs", false), ADDRESS, text("positions", false), SERVICES, text("positions", false),
                EVERYTHING, text("docs", false), SYLLABLES, text("positions", false), SOUNDS, text("docs", false),
                SOUNDS_ALIKE, text("docs", false), INITIALS, name());
        for (String facet : new String[]{CATEGORY, SUBDISTRICT, CHARGE, ACCESSIBILITY}) {
            fields.put(facet, keyword(true));
        }
        for (String filter : new String[]{AUDIENCES, LANGUAGES, EXCEPTION_DATES}) {
            fields.put(filter, keyword(false));
        }
        fields.put(SPANS, object("type", "integer_range", "doc_values", false));
        fields.put(SEASONS, object("type", "nested", "dynamic", false, "properties",
                object("minutes", object("type", "integer_range", "doc_values", false), "valid",
                        object("type", "date_range", "format", "strict_date", "doc_values", false))));
        fields.put(EXCEPTION_PERIODS, object("type", "date_range", "format", "epoch_millis", "doc_values", false));
        fields.put(SHOWN, object("type", "object", "enabled", false));
        return object("dynamic", false, "_source", object("includes", new String[]{SHOWN}), "properties", fields);
    }

    private static Map<String, Object> keyword(boolean facet) {
        return object("type", "keyword", "doc_values", facet, "ignore_above", NEVER_ANALYSED_LENGTH);
    }

    private static Map<String, Object> name() {
        Map<String, Object> name = text("positions", true);
        name.put("similarity", OFFICIAL_NAMES);
        return name;
    }

    private static Map<String, Object> text(String options, boolean norms) {
        return object("type", "text", "analyzer", "whitespace", "index_options", options, "norms", norms);
    }
}
