package cn.jinlin.api.circle.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.region.Subdistrict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Coverage month by month, each as it stood when last looked at in that month.
@Repository
class CoverageHistory {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    CoverageHistory(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /// @param within null for the whole district
    /// @param months how many back, this one included
    /// @return oldest first
    List<CoverageMonth> list(FacilityCategory category, Walker walker, @Nullable Subdistrict within, int months) {
        return jdbc
                .sql("""
                select month, residents, residents_within, promise_minutes, residents_within_metres, standard_metres,
                       median_tenths, residents_without
                from coverage_month
                where category = :category and profile = :profile
                  and subdistrict_id is not distinct from cast(:subdistrict as bigint) and month > :after order by month""")
                .param("category", category.code())
                .param("profile", walker.name())
                .param("subdistrict", within == null ? null : within.id())
                .param("after", thisMonth().minusMonths(months))
                .query((row, _) -> new CoverageMonth(row.getObject("month", LocalDate.class), summary(row)))
                .list();
    }

    private static CoverageSummary summary(ResultSet row) throws SQLException {
        return new CoverageSummary(row.getInt("residents"), row.getInt("residents_within"),
                row.getInt("promise_minutes"), row.getInt("residents_within_metres"), row.getInt("standard_metres"),
                row.getObject("median_tenths", Integer.class), row.getInt("residents_without"));
    }

    /// Whether a category was looked at today.
    boolean isOfToday(FacilityCategory category) {
        return jdbc
                .sql("select exists (select from coverage_month where category = ? and month = ? and looked_at_on = ?)")
                .params(category.code(), thisMonth(), calendar.today())
                .query(Boolean.class)
                .single();
    }

    /// Keeps this month's numbers in place of those kept before in the month.
    ///
    /// @param subdistrict id; null for the whole district
    void put(FacilityCategory category, Walker walker, @Nullable Long subdistrict, CoverageSummary summary) {
        jdbc.sql("""
                insert into coverage_month (month, category, profile, subdistrict_id, looked_at_on, residents,
                    residents_within, promise_minutes, residents_within_metres, standard_metres, median_tenths,
                    residents_without)
                values (:month, :category, :profile, :subdistrict, :today, :residents, :within, :promise, :metres,
                    :standard, :median, :without)
                on conflict (category, profile, subdistrict_id, month) do update
                    set looked_at_on = excluded.looked_at_on, residents = excluded.residents,
                        residents_within = excluded.residents_within, promise_minutes = excluded.promise_minutes,
                        residents_within_metres = excluded.residents_within_metres,
                        standard_metres = excluded.standard_metres, median_tenths = excluded.median_tenths,
                        residents_without = excluded.residents_without""")
                .param("month", thisMonth())
                .param("category", category.code())
                .param("profile", walker.name())
                .param("subdistrict", subdistrict)
                .param("today", calendar.today())
                .param("residents", summary.residents())
                .param("within", summary.residentsWithin())
                .param("promise", summary.promiseMinutes())
                .param("metres", summary.residentsWithinMetres())
                .param("standard", summary.standardMetres())
                .param("median", summary.medianTenths())
                .param("without", summary.residentsWithout())
                .update();
    }

    private LocalDate thisMonth() {
        return calendar.today().withDayOfMonth(1);
    }
}
