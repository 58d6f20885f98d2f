package cn.jinlin.api.facility;

import java.util.List;

import cn.jinlin.api.calendar.OpeningHours;
import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// What is said about a facility, in the words of Open Referral HSDS where it has them.
///
/// @param category code of a [FacilityCategory]
/// @param location of its entrance, WGS84
/// @param subdistrict code
/// @param neighbourhood code
/// @param accessibility what is recorded; absence is not denial
/// @param languages BCP 47 tags
public record FacilityDetails(
        String name,
        @Nullable String nameEn,
        List<String> otherNames,
        String category,
        @Nullable String operator,
        @Nullable String description,
        @Nullable String descriptionEn,
        String address,
        @Nullable String addressEn,
        @Nullable GeoPoint location,
        @Nullable String subdistrict,
        @Nullable String neighbourhood,
        @Nullable Charge charge,
        List<Audience> audiences,
        List<AccessibilityFeature> accessibility,
        List<String> languages,
        List<Phone> phones,
        @Nullable String website,
        List<OfferedService> services,
        OpeningHours hours) {}
