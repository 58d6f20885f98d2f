package cn.jinlin.api.circle.coverage.home;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The record of homes.
@Repository
public class HomeRecords {

    private static final int PAGE = 10_000;

    private final JdbcClient jdbc;

    HomeRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Grows whenever a home, a neighbourhood or a sub-district changes.
    public long revision() {
        return jdbc.sql("select revision from district_revision").query(Long.class).single();
    }

    /// All homes with residents. A home belongs to the sub-district of its neighbourhood, where it has one.
    @Transactional(readOnly = true)
    public Homes load() {
        var list = new HomeList();
        jdbc.sql(
                """
                select h.lat, h.lon, h.residents, h.neighbourhood_id, coalesce(n.subdistrict_id, h.subdistrict_id) as subdistrict_id
                from home h left join neighbourhood n on n.id = h.neighbourhood_id where h.residents > 0 order by h.id""")
                .withFetchSize(PAGE)
                .query((RowCallbackHandler) row -> list.add(row.getDouble("lat"), row.getDouble("lon"),
                        row.getInt("residents"), id(row.getLong("neighbourhood_id")),
                        id(row.getLong("subdistrict_id"))));
        return new Homes(list);
    }

    /// Ids begin at 1; a null reads as 0.
    private static @Nullable Long id(long read) {
        return read == 0 ? null : read;
    }
}
