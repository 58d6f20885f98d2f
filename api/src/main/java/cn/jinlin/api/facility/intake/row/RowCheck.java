package cn.jinlin.api.facility.intake.row;

import cn.jinlin.api.facility.intake.file.Field;
import cn.jinlin.api.facility.intake.file.RawRecord;
import cn.jinlin.api.facility.intake.report.CleanText;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.Finding;
import cn.jinlin.api.facility.intake.report.Findings;
import org.jspecify.annotations.Nullable;

/// One record under examination: its texts cleaned and measured, and what is wrong with it told.
final class RowCheck {

    private static final int LONGEST_LIST = 20_000;

    private final RawRecord raw;
    private final Findings findings;
    private boolean bad;

    RowCheck(RawRecord raw, Findings findings) {
        this.raw = raw;
        this.findings = findings;
    }

    /// True once an error was told.
    boolean isBad() {
        return bad;
    }

    void tell(Code code, String field, String value, Object... arguments) {
        findings.add(Finding.of(raw.line(), raw.number(), code, field, value, arguments));
        bad |= code.severity() == Code.Severity.ERROR;
    }

    void tell(Code code, Field field, Object... arguments) {
        tell(code, field.header(), raw.get(field), arguments);
    }

    /// The field's text without control characters and superfluous spaces, refused when too long.
    String text(Field field, int longest) {
        var value = raw.get(field);
        if (value.isEmpty()) {
            return "";
        }
        // Far too long is told before anything is done with it.
        var clean = value.length() > 1_000_000 ? value : CleanText.of(value);
        if (clean.length() > longest) {
            tell(Code.FIELD_TOO_LONG, field, field.header(), clean.length(), longest);
            return "";
        }
        return clean;
    }

    /// The text of a field that holds a list, refused when it is longer than any list can be.
    String list(Field field) {
        int length = raw.get(field).length();
        if (length > LONGEST_LIST) {
            tell(Code.FIELD_TOO_LONG, field, field.header(), length, LONGEST_LIST);
            return "";
        }
        return raw.get(field);
    }

    @Nullable
    String textOrNull(Field field, int longest) {
        var text = text(field, longest);
        return text.isEmpty() ? null : text;
    }
}
