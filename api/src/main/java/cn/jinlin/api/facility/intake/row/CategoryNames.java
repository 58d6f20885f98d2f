package cn.jinlin.api.facility.intake.row;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import cn.jinlin.search.text.CategoryGuess;

/// Finds the category that a file means: by its code, its name in either language, or what such a thing is usually
/// called.
public final class CategoryNames {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}-[A-Z0-9]{1,2}");
    private static final int REMEMBERED = 10_000;

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Optional<String>> guesses = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// @param known code, Chinese and English name of each category
    public CategoryNames(List<List<String>> known) {
        known.forEach(names -> names.forEach(name -> codes.put(fold(name), names.getFirst())));
    }

    /// @param word what the file says of the kind; may be a path such as 医疗保健服务;综合医院, the narrowest last
    Optional<String> find(String word, String name) {
        var exact = Optional.ofNullable(codes.get(fold(word)));
        // A code that is none of ours is a slip, and not to be papered over by a guess.
        if (exact.isPresent() || CODE.matcher(word).matches()) {
            return exact;
        }
        // A name says more than a type that others made for their own ends: 长者食堂 beside 餐饮服务;中餐厅.
        return guess(name).or(() -> path(word));
    }

    private Optional<String> path(String word) {
        var parts = word.split("[;；|/>]+");
        for (int i = parts.length - 1; i >= 0; i--) {
            var known = Optional.ofNullable(codes.get(fold(parts[i])));
            var part = known.isPresent() ? known : guess(parts[i]);
            if (part.isPresent()) {
                return part;
            }
        }
        return Optional.empty();
    }

    private Optional<String> guess(String text) {
        return text.isBlank()
                ? Optional.empty()
                : guesses.computeIfAbsent(text, word -> CategoryGuess.of(word).filter(codes::containsValue));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
