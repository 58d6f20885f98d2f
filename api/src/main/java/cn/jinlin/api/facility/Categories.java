package cn.jinlin.api.facility;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import cn.jinlin.api.cache.ReadCache;
import cn.jinlin.api.cache.ReadCaches;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The kinds of facility there are.
@Repository
public class Categories {

    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final ReadCache<CategoryList> cache;

    Categories(JdbcClient jdbc, ReadCaches caches) {
        this.jdbc = jdbc;
        this.cache = caches.create("categories", CategoryList.class, Duration.ofMinutes(10));
    }

    record CategoryList(List<FacilityCategory> categories) {}

    /// @return in order of tier and code
    public List<FacilityCategory> list() {
        return cache.get(ALL, _ -> new CategoryList(jdbc.sql("""
                select code, name, name_en, tier from facility_category
                order by array_position(array['FIVE_MINUTES', 'TEN_MINUTES', 'FIFTEEN_MINUTES'], tier), code""")
                .query(new DataClassRowMapper<>(FacilityCategory.class))
                .list())).categories();
    }

    public Optional<FacilityCategory> find(String code) {
        return list().stream().filter(category -> category.code().equals(code)).findFirst();
    }

    FacilityCategory get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("A facility has the unknown category " + code));
    }
}
