package cn.jinlin.api.facility;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What may be said about a facility. Every refusal names the field and what is allowed.
@Component
public class FacilityPolicy {

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_FOREIGN_NAME = 200;
    public static final int LONGEST_ADDRESS = 300;
    public static final int LONGEST_DESCRIPTION = 4000;
    public static final int LONGEST_NOTE = 200;
    public static final int LONGEST_WEBSITE = 500;
    public static final int MOST_NAMES = 20;
    public static final int MOST_PHONES = 20;
    public static final int MOST_LANGUAGES = 20;
    public static final int MOST_SERVICES = 100;
    public static final int MOST_SCHEDULES = 50;
    static final int MOST_PERIODS = 6;
    public static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    public static final Pattern PHONE_NUMBER = Pattern.compile("[0-9+()\\- /*#转]{3,40}");

    private final Categories categories;
    private final Regions regions;

    FacilityPolicy(Categories categories, Regions regions) {
        this.categories = categories;
        this.regions = regions;
    }

    /// @throws BadInput naming the first field at fault
    void require(FacilityDetails details) {
        requireText(details.name(), "name", LONGEST_NAME);
        if (details.name().isBlank()) {
            throw new BadInput("input.name", "NAME_EMPTY");
        }
        requireText(details.nameEn(), "nameEn", LONGEST_FOREIGN_NAME);
        requireTexts(details.otherNames(), "otherNames", MOST_NAMES, LONGEST_NAME);
        if (categories.find(details.category()).isEmpty()) {
            throw new BadInput("input.category", "UNKNOWN_CATEGORY", details.category());
        }
        requireText(details.operator(), "operator", LONGEST_NAME);
        requireText(details.description(), "description", LONGEST_DESCRIPTION);
        requireText(details.address(), "address", LONGEST_ADDRESS);
        requireText(details.addressEn(), "addressEn", LONGEST_ADDRESS);
        if (details.subdistrict() != null && regions.findSubdistrict(details.subdistrict()).isEmpty()) {
            throw new BadInput("input.subdistrict", "UNKNOWN_SUBDISTRICT", details.subdistrict());
        }
        requireMatches(details.languages(), LANGUAGE_TAG, "languages", MOST_LANGUAGES, "NOT_A_LANGUAGE");
        requireMatches(details.phones().stream().map(Phone::number).toList(), PHONE_NUMBER, "phones", MOST_PHONES,
                "NOT_A_PHONE_NUMBER");
        requireWebAddress(details.website());
        requireTexts(details.services().stream().map(OfferedService::name).toList(), "services", MOST_SERVICES,
                LONGEST_NAME);
        requireSchedules(details.hours().schedules());
    }

    void require(ExceptionDay exception, LocalDate today) {
        if (exception.date().isBefore(today)) {
            throw new BadInput("input.date", "DATE_PAST");
        }
        requireText(exception.note(), "note", LONGEST_NOTE);
        requireFew(exception.periods().size(), "periods", MOST_PERIODS);
        for (int i = 1; i < exception.periods().size(); i++) {
            if (exception.periods().get(i - 1).runsInto(exception.periods().get(i))) {
                throw new BadInput("input.periods", "PERIODS_OVERLAP");
            }
        }
    }

    private static void requireSchedules(List<ScheduleLine> lines) {
        requireFew(lines.size(), "schedules", MOST_SCHEDULES);
        for (ScheduleLine line : lines) {
            Set<Integer> days = new HashSet<>(line.byday());
            if (days.isEmpty() || days.size() != line.byday().size()
                    || days.stream().anyMatch(day -> day < 1 || day > 7)) {
                throw new BadInput("input.schedules.byday", "NOT_DAYS_OF_WEEK");
            }
            if (line.validFrom() != null && line.validTo() != null && line.validTo().isBefore(line.validFrom())) {
                throw new BadInput("input.schedules.validTo", "ENDS_BEFORE_IT_BEGINS");
            }
        }
    }

    private static void requireWebAddress(@Nullable String website) {
        requireText(website, "website", LONGEST_WEBSITE);
        if (website != null && !isWebAddress(website)) {
            throw new BadInput("input.website", "NOT_A_WEB_ADDRESS");
        }
    }

    /// Only addresses that a browser opens as a page: a `javascript:` link must never be stored.
    public static boolean isWebAddress(String website) {
        try {
            URI address = new URI(website);
            return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static void requireMatches(List<String> values, Pattern pattern, String field, int most, String reason) {
        requireFew(values.size(), field, most);
        for (String value : values) {
            if (!pattern.matcher(value).matches()) {
                throw new BadInput("input." + field, reason,
                        value.length() <= 40 ? value : value.substring(0, 40) + "…");
            }
        }
    }

    private static void requireTexts(List<String> values, String field, int most, int longest) {
        requireFew(values.size(), field, most);
        values.forEach(value -> requireText(value, field, longest));
    }

    private static void requireFew(int size, String field, int most) {
        if (size > most) {
            throw new BadInput("input." + field, "TOO_MANY", most);
        }
    }

    private static void requireText(@Nullable String text, String field, int longest) {
        if (text == null) {
            return;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw new BadInput("input." + field, "TEXT_TOO_LONG", longest);
        }
        if (text.codePoints().anyMatch(point -> Character.isISOControl(point) && !Character.isWhitespace(point))) {
            throw new BadInput("input." + field, "TEXT_HAS_CONTROL_CHARACTERS");
        }
    }
}
