package cn.jinlin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Makes the facility of a kind with a given ordinal, out of nothing but the seed.
final class FacilityMaker {

    private static final LocalDate FIRST_EXCEPTION = LocalDate.of(2026, 6, 1);
    private static final int EXCEPTION_DAYS = 580;
    private static final int SUBDISTRICTS = 12;
    private static final int ESTATES = 100;
    private static final int AREAS = 300;
    private static final int MANY = 2_400;
    private static final List<String> COMFORTS = List.of("ACCESSIBLE_TOILET", "LIFT", "INDUCTION_LOOP");
    private static final List<String> LANGUAGES = List.of("en", "zh-yue", "wuu", "ja", "ko");

    private final long seed;
    private final Ground ground;

    FacilityMaker(long seed, Ground ground) {
        this.seed = seed;
        this.ground = ground;
    }

    DemoFacility make(Kind kind, int ordinal) {
        var draw = Draw.of(seed, kind.code(), ordinal);
        int turn = (int) Math.floorMod(kind.code().hashCode() + seed, (long) Areas.PER_SUBDISTRICT);
        var site = Site.in(ground, ordinal % SUBDISTRICTS,
                (ordinal / SUBDISTRICTS + turn) % Areas.PER_SUBDISTRICT, draw);
        var form = kind.nameForm(ordinal, draw);
        List<String> brand = form.brands().isEmpty() ? List.of("", "") : draw.pick(form.brands());
        var zh = chinese(site, brand.getFirst());
        var en = english(site, brand.getLast());
        boolean stop = kind.code().equals("TRN-B");
        boolean told = ordinal < distinct(form.zh());
        return new DemoFacility(
                kind.code() + "-" + (ordinal + 1),
                fill(form.zh(), zh) + (told ? "" : "（" + site.address() + "）"),
                fill(form.en(), en) + (told ? "" : " (" + site.addressEn() + ")"),
                form.other().isEmpty() ? List.of() : filled(draw.some(form.other(), 0), zh),
                kind.code(),
                kind.operators().isEmpty() ? null : fill(draw.pick(kind.operators()), zh),
                optional(kind.description(), zh),
                optional(kind.descriptionEn(), en),
                stop ? site.road().name() + "近" + site.cross().name() : site.address() + floor(draw),
                stop ? site.road().nameEn() + " near " + site.cross().nameEn() : site.addressEn(),
                site.point(),
                site.subdistrict().code(),
                site.neighbourhood().code(),
                draw.pick(kind.charges()),
                kind.audiences(),
                accessibility(kind, draw),
                languages(kind, draw),
                draw.happens(kind.phone()) ? List.of("021-5550" + (1000 + draw.below(9000))) : List.of(),
                kind.holidayPolicy(),
                HoursText.read(draw.pick(kind.hours())),
                exceptions(kind, draw),
                draw.some(kind.services(), kind.minServices())
                        .stream()
                        .map(service -> new DemoFacility.Service(service.getFirst(), service.getLast()))
                        .toList());
    }

    /// How many a form names before two could be called alike; those behind also carry their address.
    private static int distinct(String form) {
        if (form.contains("{road}") || form.contains("{brand}")) {
            return MANY;
        }
        return form.contains("{nb}") ? AREAS : form.contains("{estate}") ? ESTATES : SUBDISTRICTS;
    }

    private static Map<String, String> chinese(Site site, String brand) {
        var fill = new LinkedHashMap<String, String>();
        fill.put("{office}", site.subdistrict().office());
        fill.put("{subfull}", site.subdistrict().name());
        fill.put("{sub}", site.subdistrict().stem());
        fill.put("{nb}", site.neighbourhood().name());
        fill.put("{estate}", site.estate().zh());
        fill.put("{road}", site.road().name());
        fill.put("{cross}", site.cross().name());
        fill.put("{brand}", brand);
        return fill;
    }

    private static Map<String, String> english(Site site, String brand) {
        var fill = new LinkedHashMap<String, String>();
        fill.put("{sub}", site.subdistrict().stemEn());
        fill.put("{nb}", site.neighbourhood().nameEn());
        fill.put("{estate}", site.estate().en());
        fill.put("{road}", site.road().nameEn());
        fill.put("{cross}", site.cross().nameEn());
        fill.put("{brand}", brand);
        return fill;
    }

    private static String fill(String form, Map<String, String> values) {
        String text = form;
        for (var value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    private static List<String> filled(List<String> forms, Map<String, String> values) {
        return forms.stream().map(form -> fill(form, values)).toList();
    }

    private static @Nullable String optional(String form, Map<String, String> values) {
        return form.isEmpty() ? null : fill(form, values);
    }

    private static String floor(Draw draw) {
        return draw.happens(12) ? (2 + draw.below(3)) + "楼" : "";
    }

    private static List<String> accessibility(Kind kind, Draw draw) {
        if (!draw.happens(kind.accessible())) {
            return List.of();
        }
        var features = new ArrayList<>(List.of("STEP_FREE_ENTRANCE"));
        for (String comfort : COMFORTS) {
            if (draw.happens(kind.accessible() / 3)) {
                features.add(comfort);
            }
        }
        return List.copyOf(features);
    }

    private static List<String> languages(Kind kind, Draw draw) {
        return draw.happens(kind.foreignLanguages()) ? List.of("zh", draw.pick(LANGUAGES)) : List.of("zh");
    }

    private static List<DemoFacility.Closure> exceptions(Kind kind, Draw draw) {
        if (kind.notes().isEmpty() || !draw.happens(8)) {
            return List.of();
        }
        var note = draw.pick(kind.notes());
        return List.of(new DemoFacility.Closure(FIRST_EXCEPTION.plusDays(draw.below(EXCEPTION_DAYS)),
                HoursText.readPeriods(note.periods()), note.text()));
    }
}
