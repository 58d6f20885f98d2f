package cn.jinlin.api.facility;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tells where facilities are and what has changed of it, for whoever keeps all of them in mind.
@Repository
public class FacilityFeed {

    /// Reads everything.
    public static final String BEGINNING = "0";

    private static final int PAGE = 5_000;
    private static final int MOST_ADDRESSES = 20_000;

    private final JdbcClient jdbc;

    FacilityFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where one facility is.
    ///
    /// @param category its code
    /// @param location null when it is not recorded, or the facility is out of service
    public record Place(long id, String category, @Nullable GeoPoint location) {}

    /// Tells of every facility that changed since, one by one; of some again that were told before, because a
    /// transaction that had begun by then is still open or has only now ended.
    ///
    /// @param since [#BEGINNING], or what the last call gave back
    /// @return what to ask with the next time
    @Transactional(readOnly = true)
    public String tell(String since, Consumer<Place> listener) {
        // Before the places: what commits between the two statements is told the next time.
        String upTo = now();
        // A store restored from a dump has rows of transactions that are yet to come here: the beginning tells of them,
        // and nobody is told of all of them again every second.
        jdbc.sql("""
                select id, category, lat, lon, in_service from facility
                where changed_in >= cast(:since as xid8)
                  and (:all or changed_in < pg_snapshot_xmax(pg_current_snapshot()))""")
                .param("since", since)
                .param("all", since.equals(BEGINNING))
                .withFetchSize(PAGE)
                .query(row -> {
                    double lat = row.getDouble("lat");
                    boolean isSomewhere = !row.wasNull() && row.getBoolean("in_service");
                    listener.accept(new Place(row.getLong("id"), row.getString("category"),
                            isSomewhere ? new GeoPoint(lat, row.getDouble("lon")) : null));
                });
        return upTo;
    }

    /// What to ask with in order to hear of changes from now on.
    public String now() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text").query(String.class).single();
    }

    /// Tells of every facility of a category that is in service and whose place is recorded.
    ///
    /// @param category its code
    @Transactional(readOnly = true)
    public void tellCategory(String category, ObjLongConsumer<GeoPoint> listener) {
        jdbc.sql("select id, lat, lon from facility where category = ? and in_service and lat is not null order by id")
                .param(category)
                .withFetchSize(PAGE)
                .query((RowCallbackHandler) row -> listener
                        .accept(new GeoPoint(row.getDouble("lat"), row.getDouble("lon")), row.getLong("id")));
    }

    /// Tells of facilities in service with a place and an address, at most so many as show how they lie.
    @Transactional(readOnly = true)
    public void tellAddresses(BiConsumer<GeoPoint, String> listener) {
        jdbc.sql("""
                select lat, lon, address from facility
                where in_service and lat is not null and address <> '' order by id desc limit ?""")
                .param(MOST_ADDRESSES)
                .withFetchSize(PAGE)
                .query((RowCallbackHandler) row -> listener.accept(
                        new GeoPoint(row.getDouble("lat"), row.getDouble("lon")),
                        row.getString("address")));
    }
}
