package cn.jinlin.api.facility.intake.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/// The lists of an HSDS service or location, in the form our own tables have them.
final class HsdsParts {

    private static final Map<String, String> DAYS = Map.of("MO", "1", "TU", "2", "WE", "3", "TH", "4", "FR", "5", "SA",
            "6", "SU",
            "7");

    private HsdsParts() {}

    static String phones(JsonNode node) {
        return joined(node, "phones", phone -> {
            var label = HsdsFile.text(phone, "description");
            var number = HsdsFile.text(phone, "number");
            return label.isEmpty() ? number : number + "|" + label;
        });
    }

    static String languages(JsonNode node) {
        return joined(node, "languages", language -> {
            var code = HsdsFile.text(language, "code");
            return code.isEmpty() ? HsdsFile.text(language, "name") : code;
        });
    }

    static String accessibility(JsonNode node) {
        return joined(node, "accessibility", feature -> HsdsFile.text(feature, "description"));
    }

    static String category(JsonNode node) {
        var own = HsdsFile.text(node, "category");
        if (!own.isEmpty()) {
            return own;
        }
        return joined(node, "attributes", attribute -> HsdsFile.text(attribute.path("taxonomy_term"), "name"));
    }

    static String address(JsonNode place) {
        JsonNode address = place.path("addresses").path(0);
        return Stream.of("address_1", "address_2")
                .map(part -> HsdsFile.text(address, part))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /// `1,2,3 09:00-17:00 2026-01-01..`, one for each schedule that names hours.
    static String schedules(JsonNode node) {
        return joined(node, "schedules", schedule -> {
            var opens = clock(HsdsFile.text(schedule, "opens_at"));
            var closes = clock(HsdsFile.text(schedule, "closes_at"));
            var days = days(HsdsFile.text(schedule, "byday"));
            var from = HsdsFile.text(schedule, "valid_from");
            var to = HsdsFile.text(schedule, "valid_to");
            var bounds = from.isEmpty() && to.isEmpty() ? "" : " " + from + ".." + to;
            return opens.isEmpty() || closes.isEmpty() ? "" : days + " " + opens + "-" + closes + bounds;
        });
    }

    private static String days(String byday) {
        List<String> days = new ArrayList<>();
        for (String day : byday.toUpperCase(Locale.ROOT).split("[,;\\s]+")) {
            if (!day.isEmpty()) {
                // A day we do not know is left as it is, so that the hours are found unreadable rather than wrong.
                days.add(DAYS.getOrDefault(day, day));
            }
        }
        return days.isEmpty() ? "1-7" : String.join(",", days);
    }

    /// Times come as 09:00, 09:00:00 or with an offset.
    private static String clock(String time) {
        return time.length() > 5 ? time.substring(0, 5) : time;
    }

    private static String joined(JsonNode node, String list, Function<JsonNode, String> text) {
        var parts = new ArrayList<String>();
        node.path(list).forEach(part -> {
            var one = text.apply(part).replace(';', '；');
            if (!one.isBlank()) {
                parts.add(one);
            }
        });
        return String.join(";", parts);
    }
}
