package cn.jinlin.demo;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A facility of the demo district.
///
/// @param id the same in every run of one seed, however many facilities are asked for
/// @param category a category code of the product's seed list, for example HLT-C
/// @param subdistrict code of the sub-district it lies in
/// @param neighbourhood code of the neighbourhood it lies in
public record DemoFacility(
        String id,
        String name,
        String nameEn,
        List<String> otherNames,
        String category,
        @Nullable String operator,
        @Nullable String description,
        @Nullable String descriptionEn,
        String address,
        String addressEn,
        DemoPoint location,
        String subdistrict,
        String neighbourhood,
        String charge,
        List<String> audiences,
        List<String> accessibility,
        List<String> languages,
        List<String> phones,
        String holidayPolicy,
        List<Hours> schedules,
        List<Closure> exceptions,
        List<Service> services) {

    /// Weekly hours in the words of Open Referral HSDS.
    ///
    /// @param byday ISO days of the week, 1 is Monday
    /// @param opens minute of the day
    /// @param closes minute of the day, up to 1440; not after `opens` means on the following day
    public record Hours(List<Integer> byday, int opens, int closes, @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /// Other hours on one date.
    ///
    /// @param periods opening and closing minute of each span; empty when closed all day
    public record Closure(LocalDate date, List<Period> periods, String note) {}

    /// A span of opening, in minutes of the day.
    public record Period(int opens, int closes) {}

    /// A service offered.
    public record Service(String name, String nameEn) {}
}
