package cn.jinlin.api.facility.intake.report;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/// A message in both languages, because an import's report is read by whoever gets hold of it.
public record Wording(String zh, String en) {

    private static final ResourceBundle ZH = bundle(Locale.SIMPLIFIED_CHINESE);
    private static final ResourceBundle EN = bundle(Locale.ENGLISH);

    static Wording of(String code, Object... arguments) {
        return new Wording(format(ZH, code, arguments), format(EN, code, arguments));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("intake/messages", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String format(ResourceBundle bundle, String code, Object... arguments) {
        // As texts, so that line 12345 is not told as 12,345.
        Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(bundle.getString(code), Locale.ROOT).format(texts);
    }
}
