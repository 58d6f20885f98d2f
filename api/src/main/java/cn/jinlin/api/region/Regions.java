package cn.jinlin.api.region;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.cache.ReadCache;
import cn.jinlin.api.cache.ReadCaches;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// The district's sub-districts and neighbourhoods.
@Service
public class Regions {

    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final ReadCache<RegionNames> cache;
    private volatile @Nullable ByCode byCode;

    Regions(JdbcClient jdbc, ReadCaches caches) {
        this.jdbc = jdbc;
        this.cache = caches.create("regions", RegionNames.class, Duration.ofHours(1));
    }

    /// @return at most a few hundred, in official order
    public List<Subdistrict> listSubdistricts() {
        return names().subdistricts();
    }

    public Optional<Subdistrict> findSubdistrict(String code) {
        return Optional.ofNullable(byCode().subdistricts().get(code));
    }

    /// @return in official order
    public List<Neighbourhood> listNeighbourhoods() {
        return names().neighbourhoods();
    }

    public Optional<Neighbourhood> findNeighbourhood(String code) {
        return Optional.ofNullable(byCode().neighbourhoods().get(code));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(RegionsChanged changed) {
        cache.clear();
    }

    /// Every facility of every answer asks for its two.
    private record ByCode(RegionNames names, Map<String, Subdistrict> subdistricts,
            Map<String, Neighbourhood> neighbourhoods) {

        static ByCode of(RegionNames names) {
            return new ByCode(names,
                    names.subdistricts().stream().collect(Collectors.toMap(Subdistrict::code, Function.identity())),
                    names.neighbourhoods()
                            .stream()
                            .collect(Collectors.toMap(Neighbourhood::code, Function.identity())));
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very list they were made of; comparing hundreds of rows would cost more
    private ByCode byCode() {
        RegionNames names = names();
        ByCode known = byCode;
        if (known == null || known.names() != names) {
            known = ByCode.of(names);
            byCode = known;
        }
        return known;
    }

    private RegionNames names() {
        return cache.get(ALL, _ -> new RegionNames(
                jdbc.sql("select id, code, name, name_en from subdistrict order by code")
                        .query(new DataClassRowMapper<>(Subdistrict.class))
                        .list(),
                jdbc.sql("select id, code, subdistrict_id, name, name_en from neighbourhood order by code")
                        .query(new DataClassRowMapper<>(Neighbourhood.class))
                        .list()));
    }
}
