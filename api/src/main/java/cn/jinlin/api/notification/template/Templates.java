package cn.jinlin.api.notification.template;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.Scalars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Every kind of message, and how its values become words. Values are put in once and never read as places again.
@Component
public class Templates {

    private static final int LONGEST_VALUE = 500;
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    /// Line breaks would add headers to a mail, the rest would turn text around on a screen.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
    private static final DateTimeFormatter CHINESE_TIME = DateTimeFormatter
            .ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter ENGLISH_TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm",
            Locale.ENGLISH);

    private final Map<String, Template> byKind;

    Templates(JsonMapper json) throws IOException {
        try (InputStream file = Objects
                .requireNonNull(Templates.class.getResourceAsStream("/notification/templates.json"))) {
            byKind = Arrays.stream(json.readValue(file, Template[].class))
                    .collect(Collectors.toMap(Template::kind, template -> template, (one, _) -> one, TreeMap::new));
        }
        byKind.values().forEach(Templates::requireWhole);
    }

    /// What a message says in one language.
    ///
    /// @param path in the portal where it is followed up, its places filled; null where there is nothing to do
    /// @param values of its places, worded
    public record Worded(String title, String text, @Nullable String path, Map<String, String> values) {}

    public Collection<Template> list() {
        return byKind.values();
    }

    public Optional<Template> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /// @throws IllegalArgumentException when there is no such kind
    public Template get(String kind) {
        return find(kind).orElseThrow(() -> new IllegalArgumentException("No kind of message called " + kind));
    }

    /// The values as they are kept: one line each, without what does not print.
    ///
    /// @throws IllegalArgumentException when a place has no value, a value has no place, or one is too long
    public Map<String, String> clean(Template template, Map<String, String> values) {
        if (!template.newest().places().equals(values.keySet())) {
            throw new IllegalArgumentException(
                    template.kind() + " takes " + template.newest().places() + ", not " + values.keySet());
        }
        Map<String, String> clean = new LinkedHashMap<>();
        values.forEach((place, value) -> {
            if (value.length() > LONGEST_VALUE || (isTime(place) && isNoTime(value))) {
                throw new IllegalArgumentException("Not a value for " + place + " of " + template.kind());
            }
            clean.put(place, UNPRINTABLE.matcher(value).replaceAll(" ").strip());
        });
        return clean;
    }

    public Worded word(Template template, int version, Map<String, String> values, Locale language) {
        Map<String, String> worded = new LinkedHashMap<>();
        values.forEach((place, value) -> worded.put(place, isTime(place) ? time(value, language) : value));
        Template.Wording wording = template.get(version).in(language);
        String path = template.path() == null ? null : fill(template.path(), worded);
        return new Worded(fill(wording.title(), worded), fill(wording.text(), worded), path, worded);
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    private static boolean isTime(String place) {
        return place.endsWith("At");
    }

    private static boolean isNoTime(String value) {
        try {
            Instant.parse(value);
            return false;
        } catch (java.time.format.DateTimeParseException noTime) {
            return true;
        }
    }

    private static String time(String value, Locale language) {
        return (Languages.isEnglish(language) ? ENGLISH_TIME : CHINESE_TIME)
                .format(Instant.parse(value).atZone(Scalars.SHANGHAI));
    }

    private static void requireWhole(Template template) {
        for (Template.Version version : template.versions()) {
            for (Template.Wording wording : new Template.Wording[]{version.zh(), version.en()}) {
                Matcher place = PLACE.matcher(wording.title() + wording.text() + template.path());
                while (place.find()) {
                    if (!version.places().contains(place.group(1))) {
                        throw new IllegalStateException("{" + place.group(1) + "} of " + template.kind()
                                + " is none of its places");
                    }
                }
            }
        }
    }
}
