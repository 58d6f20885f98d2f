package cn.jinlin.api.facility.intake.row;

import java.util.List;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// A record understood and found good, as it goes into the staging table.
///
/// @param externalId what the file calls it, or what was made of its name and address
/// @param derivedId true when it was made
/// @param subdistrictName a sub-district that is not known yet
/// @param holidayPolicy null when the file does not say
public record FacilityRow(
        long line,
        long number,
        String externalId,
        boolean derivedId,
        String name,
        @Nullable String nameEn,
        List<String> otherNames,
        String category,
        @Nullable String operator,
        @Nullable String description,
        @Nullable String descriptionEn,
        String address,
        @Nullable String addressEn,
        @Nullable GeoPoint point,
        @Nullable Long subdistrictId,
        @Nullable Long neighbourhoodId,
        @Nullable String subdistrictName,
        @Nullable String charge,
        List<String> audiences,
        List<String> accessibility,
        List<String> languages,
        @Nullable String website,
        @Nullable String holidayPolicy,
        List<ScheduleLine> schedules,
        List<ExceptionDay> exceptions,
        List<Pair> phones,
        List<Pair> services) {

    /// A telephone with its label, or a service with its English name.
    public record Pair(String text, @Nullable String more) {}
}
