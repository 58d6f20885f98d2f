package cn.jinlin.api.facility.intake.row;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that others use for our few fixed values: 免费 for FREE, 电梯 for LIFT, 英语 for en.
final class Vocabulary {

    static final Vocabulary CHARGES = new Vocabulary("charge");
    static final Vocabulary AUDIENCES = new Vocabulary("audience");
    static final Vocabulary ACCESSIBILITY = new Vocabulary("accessibility");
    static final Vocabulary LANGUAGES = new Vocabulary("language");
    static final Vocabulary POLICIES = new Vocabulary("policy");

    private static final Pattern SEPARATOR = Pattern.compile("[;；,，、/|\\n]+");
    private static final Pattern DENIAL = Pattern.compile("^(?:没有|无|不|未|否|no\\b|not\\b).*");
    /// Says that there is nothing, which is an answer.
    private static final String NOTHING = "NOTHING";

    private final Map<String, String> values = new HashMap<>();

    private Vocabulary(String group) {
        var table = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream("/intake/vocabulary.properties")),
                StandardCharsets.UTF_8)) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : table.stringPropertyNames()) {
            if (key.startsWith(group + ".")) {
                var value = key.substring(group.length() + 1);
                values.put(fold(value), value);
                for (String word : table.getProperty(key).split(",")) {
                    values.put(fold(word), value);
                }
            }
        }
    }

    /// Values found in a list of words.
    ///
    /// @param unknown words that mean nothing to us
    record Found(List<String> values, List<String> unknown) {}

    Found find(String text) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (String word : SEPARATOR.split(text)) {
            if (!word.isBlank()) {
                one(fold(word)).ifPresentOrElse(found::add, () -> unknown.add(word.strip()));
            }
        }
        found.remove(NOTHING);
        return new Found(List.copyOf(found), List.copyOf(unknown));
    }

    /// The value of the longest known word in it. A denial such as 无电梯 must be known as a whole.
    private Optional<String> one(String word) {
        var exact = Optional.ofNullable(values.get(word));
        if (exact.isPresent()) {
            return exact;
        }
        boolean denied = DENIAL.matcher(word).matches();
        return values.keySet()
                .stream()
                .filter(known -> known.length() > 1 && (denied ? word.startsWith(known) : word.contains(known)))
                .max(Comparator.comparingInt(String::length))
                .map(values::get);
    }

    private static String fold(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
