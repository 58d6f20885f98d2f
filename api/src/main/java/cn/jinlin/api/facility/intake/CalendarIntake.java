package cn.jinlin.api.facility.intake;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.jinlin.api.calendar.CalendarChanged;
import cn.jinlin.api.facility.intake.file.JsonRecords;
import cn.jinlin.api.facility.intake.file.TextFile;
import cn.jinlin.api.facility.intake.report.CleanText;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.ledger.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Takes a year of the State Council's calendar, in the form in which it is commonly published:
/// `{"year": 2026, "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true}]}`.
@Component
class CalendarIntake {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    CalendarIntake(JdbcClient jdbc, TransactionTemplate transaction, Audit audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
    }

    private record Day(LocalDate date, String name, @Nullable String nameEn, boolean isOffDay) {}

    private record Year(int year, String source, List<Day> days) {}

    IntakeReport run(Path path, IntakeOptions options, Progress progress) {
        var years = new ArrayList<Year>();
        try (var records = new JsonRecords(TextFile.open(path), Set.of())) {
            records.forEach((line, array, document) -> years.add(year(document, options.sourceOr(path))));
        }
        if (years.size() != 1) {
            throw new IntakeRefused(Refusal.BAD_CALENDAR, "year", years.size());
        }
        Year year = years.getFirst();
        progress.at(Progress.Step.WRITING, year.days().size());
        long known = jdbc.sql("select count(*) from calendar_year where year = ?")
                .param(year.year())
                .query(Long.class)
                .single();
        transaction.executeWithoutResult(status -> {
            replace(year);
            if (options.dryRun()) {
                status.setRollbackOnly();
            } else {
                audit.record("calendar.import", "CalendarYear:" + year.year(), null);
                events.publishEvent(new CalendarChanged());
            }
        });
        int days = year.days().size();
        return new IntakeReport(year.source(), days, known == 0 ? days : 0, known == 0 ? 0 : days, 0, 0,
                !options.dryRun(), Map.of(),
                List.of(), null);
    }

    private static Year year(JsonNode document, String fallbackSource) {
        int number = document.path("year").asInt(0);
        if (number < 2000 || number > 2100) {
            throw new IntakeRefused(Refusal.BAD_CALENDAR, "year", excerpt(document.path("year")));
        }
        var days = new ArrayList<Day>();
        var dates = new HashSet<LocalDate>();
        for (JsonNode node : document.path("days")) {
            Day day = day(node);
            boolean makeUp = !day.isOffDay();
            boolean weekend = day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            // 调休: a day of work is only ever moved to a weekend; anything else is a slip that would shift deadlines.
            if (day.date().getYear() != number || !dates.add(day.date()) || (makeUp && !weekend)) {
                throw new IntakeRefused(Refusal.BAD_CALENDAR, "date", excerpt(node.path("date")));
            }
            days.add(day);
        }
        if (days.isEmpty()) {
            throw new IntakeRefused(Refusal.BAD_CALENDAR, "days", "[]");
        }
        var source = document.path("source").asString("");
        return new Year(number, source.isBlank() ? fallbackSource : CleanText.of(source), days);
    }

    private static Day day(JsonNode node) {
        var name = CleanText.of(node.path("name").asString(""));
        if (name.isEmpty() || name.length() > 50) {
            throw new IntakeRefused(Refusal.BAD_CALENDAR, "name", excerpt(node.path("name")));
        }
        if (!node.path("isOffDay").isBoolean()) {
            throw new IntakeRefused(Refusal.BAD_CALENDAR, "isOffDay", excerpt(node.path("isOffDay")));
        }
        try {
            var nameEn = node.path("nameEn").asString("");
            return new Day(LocalDate.parse(node.path("date").asString("")), name, nameEn.isBlank() ? null : nameEn,
                    node.path("isOffDay").asBoolean());
        } catch (DateTimeParseException e) {
            throw new IntakeRefused(Refusal.BAD_CALENDAR, "date", excerpt(node.path("date")));
        }
    }

    private static String excerpt(JsonNode node) {
        var text = node.toString();
        return text.substring(0, Math.min(80, text.length()));
    }

    private void replace(Year year) {
        jdbc.sql("delete from calendar_year where year = ?").param(year.year()).update();
        jdbc.sql("insert into calendar_year (year, source) values (?, ?)")
                .param(year.year())
                .param(year.source())
                .update();
        for (Day day : year.days()) {
            jdbc.sql("insert into calendar_day (date, year, name, name_en, is_off_day) values (?, ?, ?, ?, ?)")
                    .param(day.date())
                    .param(year.year())
                    .param(day.name())
                    .param(day.nameEn())
                    .param(day.isOffDay())
                    .update();
        }
    }
}
