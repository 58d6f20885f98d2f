package cn.jinlin.search.facility;

import java.util.List;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// What the index knows of one facility. The words fields are derived from it inside this library.
///
/// @param version the record's version, used as Elasticsearch external version: an older one never overwrites a newer
/// @param categoryNames the category's names in every language
/// @param subdistrict the sub-district's code
/// @param card what a result list shows, opaque to the index and returned as it was given
public record FacilityDocument(
        long id,
        long version,
        String name,
        @Nullable String nameEn,
        List<String> otherNames,
        String category,
        List<String> categoryNames,
        @Nullable String subdistrict,
        @Nullable String subdistrictName,
        String address,
        @Nullable String addressEn,
        @Nullable GeoPoint location,
        @Nullable String charge,
        List<String> audiences,
        List<String> accessibility,
        List<String> languages,
        List<String> services,
        OpeningTimes opening,
        String card) {}
