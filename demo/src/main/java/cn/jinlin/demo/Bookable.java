package cn.jinlin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A matter of the demo district that can be booked.
///
/// @param category of the facilities that may offer it
/// @param offers they do where this is among their services
/// @param materials and `questions` as the import reads them
/// @param hours weekly, in [HoursText]'s form
/// @param resource name of the counter, room or person, `{n}` in it counted
/// @param resources how many of them a facility has for it
record Bookable(String number, String kind, String category, String offers, String name, String nameEn,
        String description, String descriptionEn, List<Map<String, Object>> materials,
        List<Map<String, Object>> questions, int partyLimit, int personLimit, int changeMinutes, String release,
        String hours, int durationMinutes, int bufferMinutes, int capacity, int roomPhone, int roomWalkIn,
        int roomPriority, int horizonDays, int releaseDays, String resource, String resourceEn, int resources) {

    static List<Bookable> list() {
        try (var in = Objects.requireNonNull(Bookable.class.getResourceAsStream("bookable.json"))) {
            return List.copyOf(JsonMapper.shared().readValue(in, new TypeReference<List<Bookable>>() {
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOfferedBy(DemoFacility facility) {
        return facility.category().equals(category)
                && facility.services().stream().anyMatch(service -> service.name().equals(offers));
    }
}
