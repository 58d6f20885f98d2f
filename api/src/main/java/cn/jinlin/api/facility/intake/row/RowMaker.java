package cn.jinlin.api.facility.intake.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.facility.intake.file.Field;
import cn.jinlin.api.facility.intake.file.RawRecord;
import cn.jinlin.api.facility.intake.hours.ExceptionForm;
import cn.jinlin.api.facility.intake.hours.HoursReader;
import cn.jinlin.api.facility.intake.hours.ReadHours;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.Findings;
import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// Makes of a record what the facility's record will hold, or tells why it cannot be.
public final class RowMaker {

    private static final int ID = 200;
    private static final int NAME = 120;
    private static final int NAME_EN = 200;
    private static final int OPERATOR = 120;
    private static final int DESCRIPTION = 4_000;
    private static final int ADDRESS = 300;
    private static final int AREA = 100;
    private static final int WEBSITE = 500;
    private static final int TYPE = 500;
    private static final int MANY_AREAS = 10_000;
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/]+\\.[^\\s]+");

    private final CategoryNames categories;
    private final DistrictMap district;
    private final PlaceReader places;
    private final Findings findings;
    /// Told once each, with the row that names it first.
    private final Set<String> newSubdistricts = new HashSet<>();

    public RowMaker(CategoryNames categories, DistrictMap district, PlaceReader places, Findings findings) {
        this.categories = categories;
        this.district = district;
        this.places = places;
        this.findings = findings;
    }

    /// @return empty when the record has an error, which is then told
    public Optional<FacilityRow> make(RawRecord raw) {
        var check = new RowCheck(raw, findings);
        if (!raw.excess().isEmpty()) {
            check.tell(Code.TOO_MANY_CELLS, "", raw.excess());
            return Optional.empty();
        }
        var name = check.text(Field.NAME, NAME);
        if (name.isEmpty() && !check.isBad()) {
            check.tell(Code.MISSING_NAME, Field.NAME);
        }
        var category = category(check, name);
        var address = check.text(Field.ADDRESS, ADDRESS);
        GeoPoint point = places.find(raw, check).orElse(null);
        var id = check.text(Field.ID, ID);
        var where = where(check, point);
        Optional<ReadHours> hours = hours(raw, check);
        var row = new FacilityRow(raw.line(), raw.number(), id.isEmpty() ? derivedId(name, address, point) : id,
                id.isEmpty(), name,
                check.textOrNull(Field.NAME_EN, NAME_EN), ListReader.otherNames(check), category,
                check.textOrNull(Field.OPERATOR, OPERATOR), check.textOrNull(Field.DESCRIPTION, DESCRIPTION),
                check.textOrNull(Field.DESCRIPTION_EN, DESCRIPTION), address,
                check.textOrNull(Field.ADDRESS_EN, ADDRESS), point,
                where.subdistrict(), where.neighbourhood(), where.newSubdistrict(), charge(check),
                orEveryone(ListReader.words(check, Field.AUDIENCES, Vocabulary.AUDIENCES)),
                ListReader.words(check, Field.ACCESSIBILITY, Vocabulary.ACCESSIBILITY),
                ListReader.languages(check),
                website(check), policy(check, hours), hours.map(ReadHours::lines).orElse(List.of()),
                exceptions(raw, check), ListReader.phones(check), ListReader.services(check));
        return check.isBad() ? Optional.empty() : Optional.of(row);
    }

    private String category(RowCheck check, String name) {
        var word = check.text(Field.CATEGORY, TYPE);
        var category = categories.find(word, name);
        if (category.isEmpty() && !name.isEmpty()) {
            check.tell(Code.UNKNOWN_CATEGORY, Field.CATEGORY.header(), word.isEmpty() ? name : word);
        }
        return category.orElse("");
    }

    /// @param newSubdistrict a sub-district that the record names and nobody knows
    private record Where(@Nullable Long subdistrict, @Nullable Long neighbourhood, @Nullable String newSubdistrict) {}

    /// What the record says of its areas counts; what it leaves out is taken from the map.
    private Where where(RowCheck check, @Nullable GeoPoint point) {
        var subdistrictName = DistrictMap.canonical(check.text(Field.SUBDISTRICT, AREA));
        var neighbourhoodName = check.text(Field.NEIGHBOURHOOD, AREA);
        Optional<Long> onMap = point == null ? Optional.empty() : district.subdistricts().find(point);
        Optional<Long> near = point == null ? Optional.empty() : district.neighbourhoods().find(point);
        if (point != null && district.hasBoundaries() && onMap.isEmpty() && near.isEmpty()) {
            check.tell(Code.OUTSIDE_DISTRICT, Field.LAT.header(), point.lat() + ", " + point.lon());
        }
        Optional<Long> neighbourhood = district.neighbourhoods().find(neighbourhoodName);
        if (neighbourhood.isEmpty() && !neighbourhoodName.isEmpty()) {
            check.tell(Code.UNKNOWN_NEIGHBOURHOOD, Field.NEIGHBOURHOOD);
        }
        Optional<Long> place = neighbourhood.or(() -> near);
        Optional<Long> subdistrict = subdistrictName.isEmpty()
                ? onMap.or(() -> place.flatMap(district.neighbourhoods()::findParent))
                : district.subdistricts().find(subdistrictName);
        if (subdistrict.isEmpty() && !subdistrictName.isEmpty()) {
            if (newSubdistricts.size() < MANY_AREAS && newSubdistricts.add(subdistrictName)) {
                check.tell(Code.NEW_SUBDISTRICT, Field.SUBDISTRICT);
            }
            return new Where(null, place.orElse(null), subdistrictName);
        }
        return new Where(subdistrict.orElse(null), place.orElse(null), null);
    }

    private static Optional<ReadHours> hours(RawRecord raw, RowCheck check) {
        var field = raw.get(Field.SCHEDULES).isBlank() ? Field.HOURS : Field.SCHEDULES;
        var text = raw.get(field);
        if (text.isBlank()) {
            return Optional.empty();
        }
        var hours = HoursReader.find(text);
        if (hours.isEmpty()) {
            check.tell(Code.HOURS_UNREADABLE, field);
        }
        return hours;
    }

    private static @Nullable String policy(RowCheck check, Optional<ReadHours> hours) {
        var said = ListReader.words(check, Field.HOLIDAY_POLICY, Vocabulary.POLICIES);
        return said.isEmpty()
                ? hours.map(ReadHours::policyOrUsual).map(HolidayPolicy::name).orElse(null)
                : said.getFirst();
    }

    private static List<ExceptionDay> exceptions(RawRecord raw, RowCheck check) {
        if (raw.get(Field.EXCEPTIONS).isBlank()) {
            return List.of();
        }
        var days = ExceptionForm.find(raw.get(Field.EXCEPTIONS));
        if (days.isEmpty()) {
            check.tell(Code.HOURS_UNREADABLE, Field.EXCEPTIONS);
        }
        return days.orElse(List.of());
    }

    private static @Nullable String charge(RowCheck check) {
        var values = ListReader.words(check, Field.CHARGE, Vocabulary.CHARGES);
        // 部分免费，部分收费: what may cost something is not called free.
        return values.contains("PAID") && values.size() > 1 ? "PAID" : values.isEmpty() ? null : values.getFirst();
    }

    private static List<String> orEveryone(List<String> audiences) {
        return audiences.isEmpty() ? List.of("EVERYONE") : audiences;
    }

    private static @Nullable String website(RowCheck check) {
        var url = check.textOrNull(Field.WEBSITE, WEBSITE);
        if (url == null) {
            return null;
        }
        var whole = url.toLowerCase(Locale.ROOT).startsWith("www.") ? "http://" + url : url;
        if (!WEB.matcher(whole).matches()) {
            check.tell(Code.BAD_VALUE, Field.WEBSITE, Field.WEBSITE.header());
            return null;
        }
        return whole;
    }

    /// The same facility gets the same id in the next file, whatever the order of its rows.
    private static String derivedId(String name, String address, @Nullable GeoPoint point) {
        var place = !address.isEmpty() || point == null ? address : "%.5f,%.5f".formatted(point.lat(), point.lon());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((squeezed(name) + "\n" + squeezed(place)).getBytes(StandardCharsets.UTF_8));
            return "x" + HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
