package cn.jinlin.api.facility.intake.file;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/// Open Referral's Human Services Data Specification, version 3: services with their organization and locations, or
/// locations or organizations at the top. A location is a facility; a service without one is a facility of its own.
final class HsdsFile implements RecordFile {

    private static final Set<String> ARRAYS = Set.of("services", "locations", "organizations", "contents");

    private final JsonRecords records;
    private long number;

    HsdsFile(TextFile text) {
        records = new JsonRecords(text, ARRAYS);
    }

    @Override
    public Set<Field> fields() {
        return EnumSet
                .complementOf(EnumSet.of(Field.EXCEPTIONS, Field.NAME_EN, Field.ADDRESS_EN, Field.DESCRIPTION_EN));
    }

    @Override
    public List<String> ignoredColumns() {
        return List.of();
    }

    @Override
    public boolean mergesRepeatedIds() {
        return true;
    }

    @Override
    public void forEach(Consumer<RawRecord> taker) {
        records.forEach((line, array, node) -> {
            if (array.equals("organizations")) {
                organization(line, node, taker);
            } else if (array.equals("locations")) {
                taker.accept(new RawRecord(line, ++number, location(node, node.path("organization"))));
            } else {
                service(line, node, node.path("organization"), taker);
            }
        });
    }

    private void organization(long line, JsonNode organization, Consumer<RawRecord> taker) {
        organization.path("services").forEach(service -> service(line, service, organization, taker));
        organization.path("locations")
                .forEach(place -> taker.accept(new RawRecord(line, ++number, location(place, organization))));
    }

    private void service(long line, JsonNode service, JsonNode organization, Consumer<RawRecord> taker) {
        boolean placed = false;
        for (JsonNode at : service.path("service_at_locations")) {
            placed = true;
            at(line, service, organization, at.path("location"), taker);
        }
        for (JsonNode place : service.path("locations")) {
            placed = true;
            at(line, service, organization, place, taker);
        }
        if (!placed) {
            at(line, service, organization, service.path("location"), taker);
        }
    }

    private void at(long line, JsonNode service, JsonNode organization, JsonNode place, Consumer<RawRecord> taker) {
        var values = location(place, organization);
        putIfAbsent(values, Field.ID, text(service, "id"));
        putIfAbsent(values, Field.NAME, text(service, "name"));
        putIfAbsent(values, Field.DESCRIPTION, text(service, "description"));
        putIfAbsent(values, Field.WEBSITE, text(service, "url"));
        putIfAbsent(values, Field.PHONES, HsdsParts.phones(service));
        putIfAbsent(values, Field.SCHEDULES, HsdsParts.schedules(service));
        putIfAbsent(values, Field.LANGUAGES, HsdsParts.languages(service));
        putIfAbsent(values, Field.CATEGORY, HsdsParts.category(service));
        RawRecord.join(values, Field.SERVICES, text(service, "name").replace(';', '；'));
        taker.accept(new RawRecord(line, ++number, values));
    }

    private static EnumMap<Field, String> location(JsonNode place, JsonNode organization) {
        var values = new EnumMap<Field, String>(Field.class);
        putIfAbsent(values, Field.ID, text(place, "id"));
        putIfAbsent(values, Field.NAME, text(place, "name"));
        putIfAbsent(values, Field.OTHER_NAMES, text(place, "alternate_name"));
        putIfAbsent(values, Field.DESCRIPTION, text(place, "description"));
        putIfAbsent(values, Field.CATEGORY, HsdsParts.category(place));
        putIfAbsent(values, Field.OPERATOR, text(organization, "name"));
        putIfAbsent(values, Field.LAT, text(place, "latitude"));
        putIfAbsent(values, Field.LON, text(place, "longitude"));
        putIfAbsent(values, Field.ADDRESS, HsdsParts.address(place));
        putIfAbsent(values, Field.PHONES, HsdsParts.phones(place));
        putIfAbsent(values, Field.SCHEDULES, HsdsParts.schedules(place));
        putIfAbsent(values, Field.LANGUAGES, HsdsParts.languages(place));
        putIfAbsent(values, Field.ACCESSIBILITY, HsdsParts.accessibility(place));
        putIfAbsent(values, Field.WEBSITE, text(place, "url"));
        return values;
    }

    private static void putIfAbsent(EnumMap<Field, String> values, Field field, String text) {
        if (!text.isBlank()) {
            values.putIfAbsent(field, text);
        }
    }

    static String text(JsonNode node, String property) {
        JsonNode value = node.path(property);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    @Override
    public void close() {
        records.close();
    }
}
