package cn.jinlin.api.facility.intake.report;

import java.util.regex.Pattern;

import org.springframework.modulith.NamedInterface;

/// Text of a file without what cannot be seen.
@NamedInterface("intake")
public final class CleanText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000]+");

    private CleanText() {}

    /// Without control characters, and with single spaces, none of them at the ends.
    public static String of(String text) {
        return SPACES.matcher(CONTROL.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    }
}
