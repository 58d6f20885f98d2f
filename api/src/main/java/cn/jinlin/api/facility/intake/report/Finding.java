package cn.jinlin.api.facility.intake.report;

import org.springframework.modulith.NamedInterface;

/// Something wrong with one row.
///
/// @param line the line of the file on which the row begins, from 1
/// @param record which row it is, from 1; tells rows apart where a file is all one line
/// @param field the column as the file names it, or our own name of the field; empty for the row as a whole
/// @param value what stands there
@NamedInterface("intake")
public record Finding(long line, long record, Code code, String field, String value, Wording wording) {

    private static final int EXCERPT = 80;

    public Finding {
        value = value.length() <= EXCERPT ? value : value.substring(0, EXCERPT) + "…";
    }

    public static Finding of(long line, long record, Code code, String field, String value, Object... arguments) {
        return new Finding(line, record, code, field, value, Wording.of(code.name(), arguments));
    }
}
