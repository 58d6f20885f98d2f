package cn.jinlin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes a district as the files the import reads.
public final class DemoFiles {

    public static final String BOUNDARIES = "boundaries.geojson";
    public static final String FACILITIES = "facilities.csv";
    /// Where people walk, as an OpenStreetMap extract.
    public static final String NETWORK = "network.osm.pbf";
    /// Residential buildings and how many people live in each.
    public static final String HOMES = "homes.csv";
    /// What can be booked, where and when.
    public static final String SERVICES = "services.json";
    /// The State Council's calendars; a year it has not announced is not there.
    public static final List<String> CALENDARS = List.of("calendar-2025.json", "calendar-2026.json");

    private static final List<String> HEADER = List.of("id", "name", "name_en", "other_names", "category", "operator",
            "description", "description_en", "address", "address_en", "lat", "lon", "subdistrict", "neighbourhood",
            "charge",
            "audiences", "accessibility", "languages", "phones", "holiday_policy", "schedules", "exceptions",
            "services");

    private DemoFiles() {}

    /// Writes boundaries, facilities, calendars, network, homes and services into a folder, which is made where it is not there.
    public static void write(DemoDistrict district, Path folder) {
        try {
            Files.createDirectories(folder);
            writeBoundaries(district, folder.resolve(BOUNDARIES));
            writeFacilities(district, folder.resolve(FACILITIES));
            district.network().write(folder.resolve(NETWORK));
            writeHomes(district, folder.resolve(HOMES));
            ServicesFile.write(district, folder.resolve(SERVICES));
            for (String calendar : CALENDARS) {
                try (var in = Objects.requireNonNull(DemoFiles.class.getResourceAsStream(calendar))) {
                    Files.write(folder.resolve(calendar), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo district could not be written to " + folder, e);
        }
    }

    private static void writeFacilities(DemoDistrict district, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file); var facilities = district.facilities()) {
            row(out, HEADER);
            for (Iterator<DemoFacility> all = facilities.iterator(); all.hasNext();) {
                row(out, cells(all.next()));
            }
        }
    }

    private static void writeHomes(DemoDistrict district, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file); var homes = district.network().homes()) {
            row(out, List.of("id", "neighbourhood", "lat", "lon", "residents"));
            for (Iterator<DemoHome> all = homes.iterator(); all.hasNext();) {
                var home = all.next();
                row(out, List.of(home.id(), home.neighbourhood(), Double.toString(home.location().lat()),
                        Double.toString(home.location().lon()), Integer.toString(home.residents())));
            }
        }
    }

    private static List<String> cells(DemoFacility facility) {
        return List.of(facility.id(), facility.name(), facility.nameEn(), list(facility.otherNames()),
                facility.category(),
                text(facility.operator()), text(facility.description()), text(facility.descriptionEn()),
                facility.address(),
                facility.addressEn(), Double.toString(facility.location().lat()),
                Double.toString(facility.location().lon()),
                facility.subdistrict(), facility.neighbourhood(), facility.charge(), list(facility.audiences()),
                list(facility.accessibility()), list(facility.languages()), list(facility.phones()),
                facility.holidayPolicy(), HoursText.write(facility.schedules()),
                HoursText.writeExceptions(facility.exceptions()),
                facility.services()
                        .stream()
                        .map(service -> service.name() + "|" + service.nameEn())
                        .collect(Collectors.joining(";")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String list(List<String> values) {
        return String.join(";", values);
    }

    private static void row(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
            out.write(i == 0 ? "" : ",");
            out.write(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        out.write("\r\n");
    }

    private static void writeBoundaries(DemoDistrict district, Path file) {
        try (var json = JsonMapper.shared().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject()
                    .writeStringProperty("type", "FeatureCollection")
                    .writeArrayPropertyStart("features");
            district.subdistricts().forEach(area -> feature(json, "subdistrict", area));
            district.neighbourhoods().forEach(area -> feature(json, "neighbourhood", area));
            json.writeEndArray().writeEndObject();
        }
    }

    private static void feature(JsonGenerator json, String level, DemoArea area) {
        json.writeStartObject().writeStringProperty("type", "Feature").writeObjectPropertyStart("properties");
        json.writeStringProperty("level", level).writeStringProperty("code", area.code());
        json.writeStringProperty("name", area.name()).writeStringProperty("name_en", area.nameEn());
        if (area.parent() != null) {
            json.writeStringProperty("parent", area.parent());
        }
        json.writeEndObject().writeObjectPropertyStart("geometry").writeStringProperty("type", "Polygon");
        json.writeArrayPropertyStart("coordinates").writeStartArray();
        for (DemoPoint point : area.boundary()) {
            json.writeStartArray().writeNumber(point.lon()).writeNumber(point.lat()).writeEndArray();
        }
        json.writeEndArray().writeEndArray().writeEndObject().writeEndObject();
    }
}
