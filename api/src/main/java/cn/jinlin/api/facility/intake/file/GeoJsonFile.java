package cn.jinlin.api.facility.intake.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/// Features whose properties are our fields, by the same names that table headers may have.
final class GeoJsonFile implements RecordFile {

    private final JsonRecords records;
    private final Columns meaning;
    private final Set<String> ignored = new LinkedHashSet<>();

    GeoJsonFile(TextFile text, Columns meaning) {
        this.meaning = meaning;
        records = new JsonRecords(text, Set.of("features"));
    }

    @Override
    public Set<Field> fields() {
        return EnumSet.allOf(Field.class);
    }

    @Override
    public List<String> ignoredColumns() {
        return List.copyOf(ignored);
    }

    @Override
    public boolean mergesRepeatedIds() {
        return false;
    }

    @Override
    public void forEach(Consumer<RawRecord> taker) {
        long[] number = {0};
        records.forEach((line, array, feature) -> taker.accept(record(line, ++number[0], feature)));
    }

    private RawRecord record(long line, long number, JsonNode feature) {
        var values = new EnumMap<Field, String>(Field.class);
        for (var property : feature.path("properties").properties()) {
            Optional<Field> field = meaning.find(property.getKey());
            field.ifPresent(known -> RawRecord.join(values, known, text(property.getValue())));
            if (field.isEmpty() && ignored.size() < 200) {
                ignored.add(property.getKey());
            }
        }
        if (!values.containsKey(Field.ID) && feature.path("id").isValueNode()) {
            RawRecord.join(values, Field.ID, text(feature.path("id")));
        }
        GeoJsonShape.find(feature.path("geometry")).map(Geometry::getCentroid).ifPresent(point -> {
            Coordinate at = point.getCoordinate();
            values.put(Field.LON, Double.toString(at.x));
            values.put(Field.LAT, Double.toString(at.y));
        });
        return new RawRecord(line, number, values);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            var parts = new ArrayList<String>();
            value.forEach(part -> parts.add(text(part)));
            return String.join(";", parts);
        }
        return value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }

    @Override
    public void close() {
        records.close();
    }
}
