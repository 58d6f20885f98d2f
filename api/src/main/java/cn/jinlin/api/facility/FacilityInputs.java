package cn.jinlin.api.facility;

import java.time.LocalDate;
import java.util.List;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.OpeningHours;
import cn.jinlin.api.calendar.OpeningPeriod;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.calendar.TimeOfDay;
import cn.jinlin.api.region.PointInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/// The inputs of the mutations, and how they become details.
final class FacilityInputs {

    private FacilityInputs() {}

    record Schedule(List<Integer> byday, TimeOfDay opensAt, TimeOfDay closesAt, @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        ScheduleLine line() {
            return new ScheduleLine(byday, opensAt, closesAt, validFrom, validTo);
        }
    }

    record Create(String name, @Nullable String nameEn, @Nullable List<String> otherNames, String category,
            @Nullable String operator,
            @Nullable String description, @Nullable String address, @Nullable String addressEn,
            @Nullable PointInput location,
            @Nullable String subdistrict, @Nullable Charge charge, @Nullable List<Audience> audiences,
            @Nullable List<AccessibilityFeature> accessibility, @Nullable List<String> languages,
            @Nullable List<Phone> phones,
            @Nullable String website, @Nullable List<String> services, @Nullable List<Schedule> schedules,
            HolidayPolicy holidayPolicy) {

        FacilityDetails details() {
            return new FacilityDetails(name.strip(), nameEn, orNone(otherNames), category, operator, description, null,
                    address == null ? "" : address, addressEn,
                    location == null ? null : location.toWgs84("input.location"), subdistrict,
                    null, charge, audiences == null ? List.of(Audience.EVERYONE) : audiences, orNone(accessibility),
                    orNone(languages),
                    orNone(phones), website, FacilityInputs.services(services),
                    new OpeningHours(lines(schedules), List.of(), holidayPolicy));
        }
    }

    /// An absent argument leaves what is there; an explicit null clears it.
    record Update(String id, ArgumentValue<String> name, ArgumentValue<String> nameEn,
            ArgumentValue<List<String>> otherNames,
            ArgumentValue<String> category, ArgumentValue<String> operator, ArgumentValue<String> description,
            ArgumentValue<String> address, ArgumentValue<String> addressEn, ArgumentValue<PointInput> location,
            ArgumentValue<String> subdistrict, ArgumentValue<Charge> charge, ArgumentValue<List<Audience>> audiences,
            ArgumentValue<List<AccessibilityFeature>> accessibility, ArgumentValue<List<String>> languages,
            ArgumentValue<List<Phone>> phones, ArgumentValue<String> website, ArgumentValue<List<String>> services,
            ArgumentValue<List<Schedule>> schedules, ArgumentValue<HolidayPolicy> holidayPolicy) {

        FacilityDetails over(FacilityDetails now) {
            String newName = kept(name, now.name());
            String newAddress = changed(address, now.address());
            return new FacilityDetails(newName.strip(), changed(nameEn, now.nameEn()),
                    kept(otherNames, now.otherNames()),
                    kept(category, now.category()), changed(operator, now.operator()),
                    changed(description, now.description()),
                    now.descriptionEn(), newAddress == null ? "" : newAddress, changed(addressEn, now.addressEn()),
                    location.isOmitted()
                            ? now.location()
                            : location.asOptional().map(point -> point.toWgs84("input.location")).orElse(null),
                    changed(subdistrict, now.subdistrict()), now.neighbourhood(), changed(charge, now.charge()),
                    kept(audiences, now.audiences()), kept(accessibility, now.accessibility()),
                    kept(languages, now.languages()),
                    kept(phones, now.phones()), changed(website, now.website()),
                    services.isOmitted() ? now.services() : FacilityInputs.services(services.value()),
                    new OpeningHours(schedules.isOmitted() ? now.hours().schedules() : lines(schedules.value()),
                            now.hours().exceptions(),
                            kept(holidayPolicy, now.hours().policy())));
        }

        private static <T> @Nullable T changed(ArgumentValue<T> argument, @Nullable T now) {
            return argument.isOmitted() ? now : argument.value();
        }

        /// For what cannot be without a value: null leaves it too.
        private static <T> T kept(ArgumentValue<T> argument, T now) {
            return argument.asOptional().orElse(now);
        }
    }

    record Close(String id) {}

    record DeclareException(String id, LocalDate date, List<OpeningPeriod> periods, @Nullable String note) {

        ExceptionDay day() {
            return new ExceptionDay(date,
                    periods.stream().sorted(java.util.Comparator.comparing(OpeningPeriod::opens)).toList(), note);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    private static List<OfferedService> services(@Nullable List<String> names) {
        return orNone(names).stream().map(OfferedService::named).toList();
    }

    private static List<ScheduleLine> lines(@Nullable List<Schedule> schedules) {
        return orNone(schedules).stream().map(Schedule::line).toList();
    }
}
