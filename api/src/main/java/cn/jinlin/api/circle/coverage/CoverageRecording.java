package cn.jinlin.api.circle.coverage;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

import cn.jinlin.api.circle.coverage.home.Homes;
import cn.jinlin.api.facility.Categories;
import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.FacilityFeed;
import cn.jinlin.api.facility.OnFoot.Walker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at the coverage of every category once a day and keeps it as that of the month.
@Component
class CoverageRecording {

    private static final Logger log = LoggerFactory.getLogger(CoverageRecording.class);
    private static final int LOCK = 502;

    private final CoverageMaps maps;
    private final CoverageHistory history;
    private final Categories categories;
    private final FacilityFeed feed;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CoverageRecording(CoverageMaps maps, CoverageHistory history, Categories categories, FacilityFeed feed,
            JdbcClient jdbc, TransactionTemplate transaction) {
        this.maps = maps;
        this.history = history;
        this.categories = categories;
        this.feed = feed;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// Once an hour it is looked whether today's numbers are kept already; whichever node gets there first keeps them.
    @Scheduled(fixedDelay = 60, initialDelay = 20, timeUnit = TimeUnit.MINUTES)
    void keepDaily() {
        int kept = keepToday();
        if (kept > 0) {
            log.info("The coverage of {} categories was kept for this month", kept);
        }
    }

    /// A category at a time, each in a transaction of its own: what a node leaves undone the next one does.
    ///
    /// @return how many categories this node looked at
    int keepToday() {
        int kept = 0;
        for (FacilityCategory category : categories.list()) {
            boolean mine = maps.current().isPresent()
                    && Objects.requireNonNull(transaction.execute(_ -> keep(category)));
            kept += mine ? 1 : 0;
        }
        return kept;
    }

    private boolean keep(FacilityCategory category) {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(?, hashtext(?))")
                .params(LOCK, category.code())
                .query(Boolean.class)
                .single() || history.isOfToday(category)) {
            return false;
        }
        return maps.current().map(ground -> {
            for (Walker walker : Walker.values()) {
                // Maps that nobody asked for are not kept.
                CoverageNumbers numbers = ground.aside(category, walker).numbers(feed);
                history.put(category, walker, null, numbers.whole());
                Homes homes = ground.homes();
                for (int index = 0; index < homes.subdistrictIds().size(); index++) {
                    history.put(category, walker, homes.subdistrictIds().get(index), numbers.subdistrict(index));
                }
            }
            return true;
        }).orElse(false);
    }
}
