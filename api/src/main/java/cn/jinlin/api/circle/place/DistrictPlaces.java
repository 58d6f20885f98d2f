package cn.jinlin.api.circle.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.circle.network.WalkMap;
import cn.jinlin.api.circle.network.WalkNetworks;
import cn.jinlin.api.facility.intake.file.GeoJsonShape;
import cn.jinlin.api.facility.intake.row.DistrictMap;
import cn.jinlin.api.region.Regions;
import cn.jinlin.api.region.Subdistrict;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.place.Place;
import cn.jinlin.search.place.Roads;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Gathers the named places of the district: its neighbourhoods, and the compounds and roads of its walking network.
@Component
class DistrictPlaces {

    private final JdbcTemplate jdbc;
    private final WalkNetworks networks;
    private final Regions regions;

    DistrictPlaces(JdbcTemplate jdbc, WalkNetworks networks, Regions regions) {
        this.jdbc = jdbc;
        this.networks = networks;
        this.regions = regions;
    }

    List<Place> list(WalkMap map) {
        Map<Long, Subdistrict> subdistricts = regions.listSubdistricts()
                .stream()
                .collect(Collectors.toMap(Subdistrict::id, Function.identity()));
        List<Place> places = new ArrayList<>(neighbourhoods(subdistricts));
        DistrictMap district = DistrictMap.load(jdbc);
        map.version()
                .map(version -> networks.listCompounds(version.version()))
                .orElse(List.of())
                .forEach(each -> places.add(place(Place.Kind.COMPOUND, each.name(), each.nameEn(), each.middle(),
                        around(each.middle(), district, subdistricts))));
        map.network()
                .map(Roads::of)
                .orElse(List.of())
                .forEach(road -> places.add(place(Place.Kind.ROAD, road.name(), null, road.middle(),
                        around(road.middle(), district, subdistricts))));
        return places;
    }

    private static @Nullable Subdistrict around(GeoPoint point, DistrictMap district,
            Map<Long, Subdistrict> subdistricts) {
        return district.subdistricts().find(point).map(subdistricts::get).orElse(null);
    }

    /// Each at the middle of its boundary; where that is not drawn, in the middle of its homes.
    private List<Place> neighbourhoods(Map<Long, Subdistrict> subdistricts) {
        return jdbc.query("""
                select n.name, n.name_en, n.subdistrict_id, n.boundary::text as boundary, h.lat, h.lon from neighbourhood n
                left join (select neighbourhood_id, avg(lat) as lat, avg(lon) as lon from home
                           group by neighbourhood_id) h on h.neighbourhood_id = n.id
                order by n.code""", (row, _) -> {
            Optional<GeoPoint> drawn = Optional.ofNullable(row.getString("boundary")).flatMap(DistrictPlaces::middle);
            double lat = row.getDouble("lat");
            @Nullable
            GeoPoint amongHomes = row.wasNull() ? null : new GeoPoint(lat, row.getDouble("lon"));
            @Nullable
            GeoPoint middle = drawn.orElse(amongHomes);
            return middle == null
                    ? Optional.<Place>empty()
                    : Optional.of(place(Place.Kind.NEIGHBOURHOOD, row.getString("name"), row.getString("name_en"),
                            middle, subdistricts.get(row.getLong("subdistrict_id"))));
        }).stream().filter(Objects::nonNull).flatMap(Optional::stream).toList();
    }

    /// The middle, or a point inside where the middle lies outside.
    private static Optional<GeoPoint> middle(String boundary) {
        return GeoJsonShape.find(JsonMapper.shared().readTree(boundary)).map((Geometry shape) -> {
            Point centroid = shape.getCentroid();
            Point middle = shape.covers(centroid) ? centroid : shape.getInteriorPoint();
            return new GeoPoint(middle.getY(), middle.getX());
        });
    }

    private static Place place(Place.Kind kind, String name, @Nullable String nameEn, GeoPoint point,
            @Nullable Subdistrict around) {
        return new Place(kind, name, nameEn, point, around == null ? "" : around.name(),
                around == null ? null : around.nameEn());
    }
}
