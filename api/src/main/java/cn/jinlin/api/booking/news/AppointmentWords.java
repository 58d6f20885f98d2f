package cn.jinlin.api.booking.news;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.FacilityDetails;
import cn.jinlin.api.graphql.Languages;
import org.springframework.stereotype.Component;

/// What a message calls a service and a place.
@Component
class AppointmentWords {

    private static final int LONGEST = 200;

    private final Services services;
    private final Facilities facilities;

    AppointmentWords(Services services, Facilities facilities) {
        this.services = services;
        this.facilities = facilities;
    }

    /// The places `who`, `service` and `where` of a message.
    Map<String, String> of(long service, long facility, String resource, Audience.Reader reader) {
        Locale language = reader.language();
        BookableService booked = services.get(service);
        var words = new HashMap<String, String>();
        words.put("who", reader.who());
        words.put("service", booked.name(language));
        words.put("where", shortened(where(facility, language) + separator(language) + resource));
        return words;
    }

    Map<String, String> of(long service, long facility, long schedule, Audience.Reader reader) {
        return of(service, facility, services.getSchedule(schedule).resource(reader.language()), reader);
    }

    String number(long service) {
        return services.get(service).number();
    }

    private String where(long facility, Locale language) {
        return facilities.list(List.of(facility)).stream().findFirst().map(found -> {
            FacilityDetails details = found.details();
            String name = Languages.pick(language, details.name(), details.nameEn());
            return name + separator(language) + Languages.pick(language, details.address(), details.addressEn());
        }).orElse("");
    }

    private static String separator(Locale language) {
        return Languages.isEnglish(language) ? ", " : ",";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
