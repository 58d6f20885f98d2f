package cn.jinlin.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/// Writes what can be booked in the district, as the import reads it: each service with the schedules of the facilities
/// that offer it.
final class ServicesFile {

    private ServicesFile() {}

    static void write(DemoDistrict district, Path file) {
        List<Bookable> bookable = Bookable.list();
        Map<String, List<Map<String, Object>>> schedules = new HashMap<>();
        try (var facilities = district.facilities()) {
            facilities.forEach(facility -> addSchedules(facility, bookable, schedules));
        }
        List<Map<String, Object>> services = bookable.stream()
                .map(one -> service(one, schedules.getOrDefault(one.number(), List.of())))
                .toList();
        JsonMapper.shared().writeValue(file.toFile(), Map.of("services", services));
    }

    /// Counters of one facility are numbered through: no two matters share one.
    private static void addSchedules(DemoFacility facility, List<Bookable> bookable,
            Map<String, List<Map<String, Object>>> schedules) {
        Map<String, Integer> counted = new HashMap<>();
        for (Bookable one : bookable) {
            for (int i = 0; one.isOfferedBy(facility) && i < one.resources(); i++) {
                int number = counted.merge(one.resource(), 1, Integer::sum);
                schedules.computeIfAbsent(one.number(), _ -> new ArrayList<>()).add(schedule(one, facility, number));
            }
        }
    }

    private static Map<String, Object> service(Bookable one, List<Map<String, Object>> schedules) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("number", one.number());
        service.put("kind", one.kind());
        service.put("name", one.name());
        service.put("nameEn", one.nameEn());
        service.put("description", one.description());
        service.put("descriptionEn", one.descriptionEn());
        service.put("materials", one.materials());
        service.put("questions", one.questions());
        service.put("partyLimit", one.partyLimit());
        service.put("personLimit", one.personLimit());
        service.put("changeMinutes", one.changeMinutes());
        service.put("release", one.release());
        service.put("schedules", schedules);
        return service;
    }

    private static Map<String, Object> schedule(Bookable one, DemoFacility facility, int number) {
        Map<String, Object> schedule = new LinkedHashMap<>();
        schedule.put("facility", facility.id());
        schedule.put("resource", one.resource().replace("{n}", Integer.toString(number)));
        schedule.put("resourceEn", one.resourceEn().replace("{n}", Integer.toString(number)));
        schedule.put("lines", HoursText.read(one.hours()).stream().map(ServicesFile::line).toList());
        schedule.put("holidayPolicy", facility.holidayPolicy());
        schedule.put("durationMinutes", one.durationMinutes());
        schedule.put("bufferMinutes", one.bufferMinutes());
        schedule.put("capacity", one.capacity());
        schedule.put("roomPhone", one.roomPhone());
        schedule.put("roomWalkIn", one.roomWalkIn());
        schedule.put("roomPriority", one.roomPriority());
        schedule.put("horizonDays", one.horizonDays());
        schedule.put("releaseDays", one.releaseDays());
        return schedule;
    }

    private static Map<String, Object> line(DemoFacility.Hours hours) {
        String span = HoursText.write(new DemoFacility.Period(hours.opens(), hours.closes()));
        return Map.of("byday", hours.byday(), "opensAt", span.substring(0, 5), "closesAt", span.substring(6));
    }
}
