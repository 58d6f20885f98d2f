package cn.jinlin.search.facility;

import java.util.List;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes a facility as the index takes it.
final class DocumentJson {

    private DocumentJson() {}

    static void write(FacilityDocument document, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty(Layout.ID, document.id());
        DocumentWords.of(document).write(json);
        json.writeStringProperty(Layout.CATEGORY, document.category());
        text(json, Layout.SUBDISTRICT, document.subdistrict());
        text(json, Layout.CHARGE, document.charge());
        list(json, Layout.AUDIENCES, document.audiences());
        list(json, Layout.ACCESSIBILITY, document.accessibility());
        list(json, Layout.LANGUAGES, document.languages());
        location(json, document.location());
        opening(json, document.opening());
        shown(json, document);
        json.writeEndObject();
    }

    private static void shown(JsonGenerator json, FacilityDocument document) {
        json.writeObjectPropertyStart(Layout.SHOWN);
        json.writeStringProperty("card", document.card());
        json.writeStringProperty("name", document.name());
        text(json, "nameEn", document.nameEn());
        json.writeStringProperty("address", document.address());
        json.writeStringProperty("category", document.category());
        list(json, "services", document.services());
        location(json, document.location());
        json.writeEndObject();
    }

    private static void opening(JsonGenerator json, OpeningTimes opening) {
        // Elasticsearch refuses a range of nothing.
        List<OpeningTimes.Span> spans = opening.spans().stream().filter(span -> span.from() < span.to()).toList();
        json.writeArrayPropertyStart(Layout.SPANS);
        spans.stream().filter(span -> !isSeasonal(span)).forEach(span -> range(json, span.from(), span.to()));
        json.writeEndArray();
        if (spans.stream().anyMatch(DocumentJson::isSeasonal)) {
            json.writeArrayPropertyStart(Layout.SEASONS);
            spans.stream().filter(DocumentJson::isSeasonal).forEach(span -> season(json, span));
            json.writeEndArray();
        }
        list(json, Layout.EXCEPTION_DATES, opening.exceptionDates().stream().map(Object::toString).toList());
        List<OpeningTimes.Period> periods = opening.exceptionPeriods()
                .stream()
                .filter(period -> period.from().isBefore(period.to()))
                .toList();
        if (!periods.isEmpty()) {
            json.writeArrayPropertyStart(Layout.EXCEPTION_PERIODS);
            periods.forEach(period -> range(json, period.from().toEpochMilli(), period.to().toEpochMilli()));
            json.writeEndArray();
        }
    }

    private static boolean isSeasonal(OpeningTimes.Span span) {
        return span.validFrom() != null || span.validTo() != null;
    }

    private static void season(JsonGenerator json, OpeningTimes.Span span) {
        json.writeStartObject();
        json.writeName("minutes");
        range(json, span.from(), span.to());
        json.writeObjectPropertyStart("valid");
        text(json, "gte", span.validFrom() == null ? null : span.validFrom().toString());
        text(json, "lte", span.validTo() == null ? null : span.validTo().toString());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void range(JsonGenerator json, long from, long to) {
        json.writeStartObject();
        json.writeNumberProperty("gte", from);
        json.writeNumberProperty("lt", to);
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, @Nullable GeoPoint location) {
        if (location != null) {
            json.writeObjectPropertyStart(Layout.LOCATION);
            json.writeNumberProperty("lat", location.lat());
            json.writeNumberProperty("lon", location.lon());
            json.writeEndObject();
        }
    }

    private static void text(JsonGenerator json, String name,
            @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static void list(JsonGenerator json, String name, List<String> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
