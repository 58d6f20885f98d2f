package cn.jinlin.api.facility.intake;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// A line of PostgreSQL's text form of COPY.
@NamedInterface("intake")
public final class CopyText {

    private final StringBuilder line = new StringBuilder(1024);

    public CopyText text(@Nullable String value) {
        if (value == null) {
            return raw("\\N");
        }
        separate();
        escape(value);
        return this;
    }

    public CopyText number(@Nullable Number value) {
        return raw(value == null ? "\\N" : value.toString());
    }

    public CopyText flag(boolean value) {
        return raw(value ? "t" : "f");
    }

    public CopyText array(Collection<String> values) {
        var array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? "," : "").append('"');
            array.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return text(array.append('}').toString());
    }

    private CopyText raw(String value) {
        separate();
        line.append(value);
        return this;
    }

    private void separate() {
        if (!line.isEmpty()) {
            line.append('\t');
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }

    /// The finished line; starts the next one.
    public byte[] end() {
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        line.setLength(0);
        return bytes;
    }
}
