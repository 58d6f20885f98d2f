package cn.jinlin.api.facility.intake.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.springframework.modulith.NamedInterface;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the geometry of a GeoJSON feature.
@NamedInterface("intake")
public final class GeoJsonShape {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private GeoJsonShape() {}

    /// @return empty when there is no geometry, or none that makes sense
    public static Optional<Geometry> find(JsonNode geometry) {
        return find(geometry, (lon, lat) -> new Coordinate(lon, lat));
    }

    /// @param moved makes of a longitude and a latitude the point to take in their place
    public static Optional<Geometry> find(JsonNode geometry, BiFunction<Double, Double, Coordinate> moved) {
        JsonNode coordinates = geometry.path("coordinates");
        try {
            return Optional.ofNullable(switch (geometry.path("type").asString("")) {
                case "Point" -> FACTORY.createPoint(point(coordinates, moved));
                case "MultiPoint" -> FACTORY.createMultiPointFromCoords(line(coordinates, moved));
                case "LineString" -> FACTORY.createLineString(line(coordinates, moved));
                case "Polygon" -> polygon(coordinates, moved);
                case "MultiPolygon" -> FACTORY
                        .createMultiPolygon(
                                parts(coordinates).stream().map(part -> polygon(part, moved)).toArray(Polygon[]::new));
                default -> (@Nullable Geometry) null;
            }).filter(shape -> !shape.isEmpty());
        } catch (IllegalArgumentException e) {
            // An unclosed ring, or words where numbers belong: no geometry, which the caller reports.
            return Optional.empty();
        }
    }

    /// A polygon or several, as GeoJSON again.
    public static String write(Geometry shape) {
        var parts = new ArrayList<List<List<double[]>>>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                var rings = new ArrayList<List<double[]>>();
                rings.add(pairs(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(pairs(polygon.getInteriorRingN(hole)));
                }
                parts.add(rings);
            }
        }
        return JsonMapper.shared()
                .writeValueAsString(parts.size() == 1
                        ? Map.of("type", "Polygon", "coordinates", parts.getFirst())
                        : Map.of("type", "MultiPolygon", "coordinates", parts));
    }

    private static List<double[]> pairs(LinearRing ring) {
        return Arrays.stream(ring.getCoordinates()).map(at -> new double[]{at.x, at.y}).toList();
    }

    private static Polygon polygon(JsonNode rings, BiFunction<Double, Double, Coordinate> moved) {
        LinearRing[] all = parts(rings).stream()
                .map(ring -> FACTORY.createLinearRing(line(ring, moved)))
                .toArray(LinearRing[]::new);
        if (all.length == 0) {
            throw new IllegalArgumentException("A polygon without a ring");
        }
        var holes = new LinearRing[all.length - 1];
        System.arraycopy(all, 1, holes, 0, holes.length);
        return FACTORY.createPolygon(all[0], holes);
    }

    private static Coordinate[] line(JsonNode points, BiFunction<Double, Double, Coordinate> moved) {
        return parts(points).stream().map(point -> point(point, moved)).toArray(Coordinate[]::new);
    }

    private static Coordinate point(JsonNode pair, BiFunction<Double, Double, Coordinate> moved) {
        if (!pair.path(0).isNumber() || !pair.path(1).isNumber()) {
            throw new IllegalArgumentException("Not a pair of numbers");
        }
        return moved.apply(pair.path(0).asDouble(), pair.path(1).asDouble());
    }

    private static List<JsonNode> parts(JsonNode array) {
        var parts = new ArrayList<JsonNode>();
        array.forEach(parts::add);
        return parts;
    }
}
