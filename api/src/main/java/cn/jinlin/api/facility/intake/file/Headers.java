package cn.jinlin.api.facility.intake.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

import cn.jinlin.api.region.CoordinateSystem;

/// What columns are called by others, in Chinese and English.
final class Headers {

    private static final Map<String, Field> ENDINGS = Map.of("名称", Field.NAME, "地址", Field.ADDRESS, "电话", Field.PHONES,
            "经度",
            Field.LON, "纬度", Field.LAT, "类型", Field.CATEGORY, "类别", Field.CATEGORY, "街道", Field.SUBDISTRICT, "街镇",
            Field.SUBDISTRICT);
    private static final Pattern NOTE = Pattern.compile("[(\\[【].*?[)\\]】]");
    private static final Pattern NOISE = Pattern.compile("[\\s_*:：.-]");
    private static final Map<String, CoordinateSystem> SYSTEMS = Map.of("gcj02", CoordinateSystem.GCJ02, "gcj",
            CoordinateSystem.GCJ02, "火星", CoordinateSystem.GCJ02, "高德", CoordinateSystem.GCJ02, "腾讯",
            CoordinateSystem.GCJ02,
            "wgs84", CoordinateSystem.WGS84, "wgs", CoordinateSystem.WGS84, "bd09", CoordinateSystem.BD09, "百度",
            CoordinateSystem.BD09);

    /// Last, because reading them needs the patterns above.
    private static final Map<String, Field> SYNONYMS = load();

    private Headers() {}

    /// The field a header means.
    ///
    /// @param system the coordinate system the header itself names
    record Meaning(Field field, Optional<CoordinateSystem> system) {}

    static Optional<Meaning> find(String header) {
        var folded = fold(header);
        var bare = NOISE.matcher(NOTE.matcher(folded).replaceAll("")).replaceAll("");
        var whole = Optional.ofNullable(SYNONYMS.get(bare));
        Optional<CoordinateSystem> system = SYSTEMS.keySet()
                .stream()
                .filter(name -> NOISE.matcher(folded).replaceAll("").contains(name))
                .max(Comparator.comparingInt(String::length))
                .map(SYSTEMS::get);
        return whole.or(() -> Optional.ofNullable(SYNONYMS.get(withoutSystem(bare))))
                .map(field -> new Meaning(field, system));
    }

    private static String withoutSystem(String bare) {
        return SYSTEMS.keySet()
                .stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(bare, (text, name) -> text.replace(name, ""));
    }

    /// What a header that nobody foresaw means by its last word: 药店名称, 中心点经度.
    static Optional<Field> findByEnding(String header) {
        var bare = NOISE.matcher(NOTE.matcher(fold(header)).replaceAll("")).replaceAll("");
        return ENDINGS.entrySet()
                .stream()
                .filter(ending -> bare.endsWith(ending.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static String fold(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /// The names one may use, for telling people.
    static List<String> listFor(Field field) {
        return SYNONYMS.entrySet().stream().filter(e -> e.getValue() == field).map(Map.Entry::getKey).sorted().toList();
    }

    private static Map<String, Field> load() {
        var table = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Headers.class.getResourceAsStream("/intake/headers.properties")),
                StandardCharsets.UTF_8)) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var synonyms = new HashMap<String, Field>();
        for (Field field : Field.values()) {
            synonyms.put(NOISE.matcher(field.header()).replaceAll(""), field);
            Arrays.stream(table.getProperty(field.header(), "").split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> synonyms.putIfAbsent(NOISE.matcher(fold(name)).replaceAll(""), field));
        }
        return Map.copyOf(synonyms);
    }
}
