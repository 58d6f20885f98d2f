package cn.jinlin.api.account.rights;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.api.personal.PersonalDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/// Gathers what every domain keeps of a person, and writes it down twice: as JSON and as a page.
@Component
class CopyWriter {

    private final List<PersonalDataSource> sources;
    private final Messages messages;
    private final JsonMapper json;
    private final Clock clock;

    CopyWriter(List<PersonalDataSource> sources, Messages messages, JsonMapper json, Clock clock) {
        this.sources = sources.stream().sorted(Comparator.comparing(CopyWriter::order)).toList();
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /// One's own profile leads, the rest follows by name.
    private static String order(PersonalDataSource source) {
        return source.name().equals("profile") ? "" : source.name();
    }

    /// All domains as they stood at one moment.
    @Transactional(readOnly = true, isolation = org.springframework.transaction.annotation.Isolation.REPEATABLE_READ)
    DataCopy write(UUID resident, Locale locale) {
        Map<String, List<Map<String, String>>> sections = new LinkedHashMap<>();
        for (PersonalDataSource source : sources) {
            sections.put(source.name(), source.list(resident));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("madeAt", clock.instant().toString());
        whole.putAll(sections);
        return new DataCopy(json.writerWithDefaultPrettyPrinter().writeValueAsString(whole), page(sections, locale));
    }

    private String page(Map<String, List<Map<String, String>>> sections, Locale locale) {
        String title = messages.get("personal-data.title", locale);
        List<String> lines = new ArrayList<>();
        lines.add("<!doctype html>");
        lines.add("<html lang=\"" + locale.toLanguageTag() + "\"><head><meta charset=\"utf-8\">");
        lines.add("<meta name=\"viewport\" content=\"width=device-width\"><title>" + title + "</title>");
        lines.add("<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}"
                + "dl{display:grid;grid-template-columns:12rem 1fr;gap:.25rem 1rem;border-top:1px solid;padding-top:.5rem}"
                + "dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}</style></head><body>");
        lines.add("<h1>" + title + "</h1>");
        lines.add("<p>" + messages.get("personal-data.made", locale,
                clock.instant().atZone(Scalars.SHANGHAI).toLocalDate().toString()) + "</p>");
        sections.forEach((name, entries) -> section(name, entries, locale, lines));
        lines.add("</body></html>");
        return String.join("\n", lines);
    }

    private void section(String name, List<Map<String, String>> entries, Locale locale, List<String> lines) {
        lines.add("<h2>" + messages.get("personal-data." + name, locale) + "</h2>");
        if (entries.isEmpty()) {
            lines.add("<p>" + messages.get("personal-data.nothing", locale) + "</p>");
        }
        for (Map<String, String> entry : entries) {
            lines.add("<dl>");
            entry.forEach((field, value) -> lines
                    .add("<dt>" + messages.get("personal-data." + name + "." + field, locale) + "</dt><dd>"
                            + HtmlUtils.htmlEscape(value, "UTF-8") + "</dd>"));
            lines.add("</dl>");
        }
    }
}
