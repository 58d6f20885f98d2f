package cn.jinlin.api.region;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import cn.jinlin.api.cache.ReadCache;
import cn.jinlin.api.cache.ReadCaches;
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

    Regions(JdbcClient jdbc, ReadCaches caches) {
        this.jdbc = jdbc;
        this.cache = caches.create("regions", RegionNames.class, Duration.ofHours(1));
    }

    /// @return at most a few hundred, in official order
    public List<Subdistrict> listSubdistricts() {
        return names().subdistricts();
    }

    public Optional<Subdistrict> findSubdistrict(String code) {
        return listSubdistricts().stream().filter(subdistrict -> subdistrict.code().equals(code)).findFirst();
    }

    /// @return in official order
    public List<Neighbourhood> listNeighbourhoods() {
        return names().neighbourhoods();
    }

    public Optional<Neighbourhood> findNeighbourhood(String code) {
        return names().neighbourhoods().stream().filter(neighbourhood -> neighbourhood.code().equals(code)).findFirst();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(RegionsChanged changed) {
        cache.clear();
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
