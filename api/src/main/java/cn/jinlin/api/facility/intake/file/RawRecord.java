package cn.jinlin.api.facility.intake.file;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// One record of a file, sorted into our fields and not yet understood.
///
/// @param line where it begins, from 1
/// @param number which record it is, from 1
/// @param excess a value behind the last column, empty when there is none: the row is then shifted and cannot be trusted
public record RawRecord(long line, long number, Map<Field, String> values, String excess) {

    private static final Set<Field> LISTS = EnumSet.of(Field.OTHER_NAMES, Field.CATEGORY, Field.DESCRIPTION,
            Field.AUDIENCES,
            Field.ACCESSIBILITY, Field.LANGUAGES, Field.PHONES, Field.HOURS, Field.SERVICES);

    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}");

    RawRecord(long line, long number, Map<Field, String> values) {
        this(line, number, values, "");
    }

    /// What the record says, empty when it says nothing.
    public String get(Field field) {
        return values.getOrDefault(field, "");
    }

    /// Where two columns hold one field: a list takes both, of anything else the first that says something counts.
    static void join(EnumMap<Field, String> values, Field field, String text) {
        if (field == Field.COORDINATES && WORDS.matcher(text).find()) {
            // A column called location holds a pair of numbers with some and an address with others.
            values.putIfAbsent(Field.ADDRESS, text);
        } else if (!text.isBlank()) {
            values.merge(field, text,
                    (before, more) -> before.equals(more) || !LISTS.contains(field) ? before : before + ";" + more);
        }
    }
}
