package cn.jinlin.api.booking.offer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import cn.jinlin.api.facility.intake.IntakeOptions;
import cn.jinlin.api.facility.intake.IntakeReport;
import cn.jinlin.api.facility.intake.Progress;
import cn.jinlin.api.facility.intake.file.JsonRecords;
import cn.jinlin.api.facility.intake.file.TextFile;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.Finding;
import cn.jinlin.api.facility.intake.report.Findings;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.facility.intake.report.Wording;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.ledger.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes a JSON file of services and the schedules by which facilities offer them: `{"services": [{"number": ..., "kind":
/// ..., "name": ..., "schedules": [{"facility": ..., "resource": ..., "lines": [...], ...}]}]}`, names as in the
/// operations of the portal.
///
/// Whole or, unless told to accept what is valid, not at all. A service is known by its number, a schedule by facility and
/// resource: the same file again changes nothing, and what a file does not name stays. Slots are made soon after.
@Service
public class ServiceIntake {

    /// Two imports at once would wait for each other's rows in an order nobody chose.
    private static final long ONE_AT_A_TIME = 0x6A696E6C696E03L;

    private final BookableServices services;
    private final Schedules schedules;
    private final SchedulePolicy policy;
    private final SlotsDue due;
    private final Messages messages;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    ServiceIntake(BookableServices services, Schedules schedules, SchedulePolicy policy, SlotsDue due,
            Messages messages, Audit audit, JdbcClient jdbc, JsonMapper json, TransactionTemplate transaction) {
        this.services = services;
        this.schedules = schedules;
        this.policy = policy;
        this.due = due;
        this.messages = messages;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
    }

    private enum Outcome {
        CREATED, CHANGED, UNCHANGED, REJECTED
    }

    /// @param source whose ids of facilities the file means; where the options name none, any source's
    private record Taking(@Nullable String source, Findings findings, Map<String, Long> lines,
            Map<Outcome, Long> outcomes) {

        long count(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }
    }

    /// Coordinate system, format and mapping mean nothing here.
    ///
    /// @throws IntakeRefused when the file as a whole cannot be taken
    public IntakeReport run(Path path, IntakeOptions options, Progress progress) {
        try (var records = new JsonRecords(TextFile.open(path), Set.of("services"));
                var findings = Findings.into(options.report())) {
            return Objects.requireNonNull(transaction.execute(status -> {
                jdbc.sql("set local statement_timeout = 0").update();
                jdbc.sql("select pg_advisory_xact_lock(?)").param(ONE_AT_A_TIME).query((_, _) -> true).single();
                var taking = new Taking(options.source(), findings, new HashMap<>(), new HashMap<>());
                records.forEach((line, array, record) -> {
                    Object before = status.createSavepoint();
                    Outcome outcome = take(line, record, taking);
                    if (outcome == Outcome.REJECTED) {
                        // Half a service is none.
                        status.rollbackToSavepoint(before);
                    }
                    status.releaseSavepoint(before);
                    taking.outcomes().merge(outcome, 1L, Long::sum);
                    progress.at(Progress.Step.READING, rows(taking));
                });
                IntakeReport report = report(options.sourceOr(path), taking, options);
                if (report.written()) {
                    audit.record("service.import", "Source:" + report.source(), null);
                } else {
                    status.setRollbackOnly();
                }
                return report;
            }));
        }
    }

    private static IntakeReport report(String source, Taking taking, IntakeOptions options) {
        if (rows(taking) == 0) {
            throw new IntakeRefused(Refusal.NO_RECORDS);
        }
        long rejected = taking.count(Outcome.REJECTED);
        boolean written = !options.dryRun() && (rejected == 0 || options.acceptValid());
        return new IntakeReport(source, rows(taking), taking.count(Outcome.CREATED), taking.count(Outcome.CHANGED),
                taking.count(Outcome.UNCHANGED), rejected, written, taking.findings().counts(), List.of(),
                options.report());
    }

    private static long rows(Taking taking) {
        return taking.outcomes().values().stream().mapToLong(Long::longValue).sum();
    }

    private Outcome take(long line, JsonNode record, Taking taking) {
        long row = rows(taking) + 1;
        String field = "";
        try {
            ServiceRow read = json.treeToValue(record, ServiceRow.class);
            BookableService wanted = ServicePolicy.require(read.service());
            Long before = taking.lines().putIfAbsent(wanted.number(), line);
            if (before != null) {
                taking.findings().add(Finding.of(line, row, Code.DUPLICATE_ID, "number", wanted.number(), before));
                return Outcome.REJECTED;
            }
            Optional<BookableService> known = services.find(wanted.number());
            if (known.isPresent() && known.get().kind() != wanted.kind()) {
                throw new BadInput("input.kind", "KIND_STAYS");
            }
            Outcome outcome = keep(wanted, known.orElse(null));
            long id = services.find(wanted.number()).orElseThrow().id();
            for (int i = 0; i < read.listSchedules().size(); i++) {
                field = "schedules." + i + ".";
                ServiceRow.ScheduleRow schedule = read.listSchedules().get(i);
                Optional<Long> facility = findFacility(taking.source(), schedule.facility());
                if (facility.isEmpty()) {
                    taking.findings()
                            .add(Finding.of(line, row, Code.UNKNOWN_FACILITY_ID, field + "facility",
                                    String.valueOf(schedule.facility())));
                    return Outcome.REJECTED;
                }
                boolean changed = keep(schedule.schedule(id, facility.get()));
                outcome = changed && outcome == Outcome.UNCHANGED ? Outcome.CHANGED : outcome;
            }
            return outcome;
        } catch (BadInput refused) {
            taking.findings().add(finding(line, row, field, refused, record));
            return Outcome.REJECTED;
        } catch (JacksonException unreadable) {
            taking.findings()
                    .add(finding(line, row, "", new BadInput("input", "OFFER_UNREADABLE"), record));
            return Outcome.REJECTED;
        }
    }

    private Outcome keep(BookableService wanted, @Nullable BookableService known) {
        if (known == null) {
            services.insert(wanted);
            return Outcome.CREATED;
        }
        BookableService merged = wanted.as(known.id());
        if (merged.equals(known)) {
            return Outcome.UNCHANGED;
        }
        services.update(merged);
        due.lookSoonAtAllOf(known.id());
        return Outcome.CHANGED;
    }

    /// @return whether anything is new
    private boolean keep(Schedule wanted) {
        Schedule clean = policy.require(wanted);
        Optional<Schedule> known = schedules.find(clean.serviceId(), clean.facilityId(), clean.resource());
        if (known.isEmpty()) {
            policy.requireResourceIsFree(clean);
            due.lookSoon(schedules.insert(clean));
            return true;
        }
        Schedule merged = clean.as(known.get().id(), known.get().version());
        if (merged.equals(known.get())) {
            return false;
        }
        policy.requireResourceIsFree(merged);
        schedules.update(merged);
        due.lookSoon(merged.id());
        return true;
    }

    private Optional<Long> findFacility(@Nullable String source, @Nullable String id) {
        List<Long> found = jdbc
                .sql("""
                select id from facility where external_id = :id and (:source::text is null or source = :source) and in_service""")
                .param("id", id, java.sql.Types.VARCHAR)
                .param("source", source, java.sql.Types.VARCHAR)
                .query((row, _) -> row.getLong(1))
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Finding finding(long line, long row, String within, BadInput refused, JsonNode record) {
        Object[] arguments = refused.arguments().toArray();
        return new Finding(line, row, Code.BAD_OFFER, within + refused.field().replaceFirst("^input\\.?", ""),
                record.path("number").asString(""),
                new Wording(messages.get(refused.reason(), Languages.CHINESE, arguments),
                        messages.get(refused.reason(), java.util.Locale.ENGLISH, arguments)));
    }
}
