package cn.jinlin.api.booking.offer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import cn.jinlin.api.booking.offer.OfferOfOneFacility.Offer;
import cn.jinlin.api.facility.intake.IntakeOptions;
import cn.jinlin.api.facility.intake.IntakeReport;
import cn.jinlin.api.facility.intake.Progress;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApiTest
@Import(OfferOfOneFacility.class)
class ServiceIntakeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Autowired
    private OfferOfOneFacility offers;
    @Autowired
    private ServiceIntake intake;
    @Autowired
    private Services services;
    @Autowired
    private JdbcClient jdbc;

    private String number = "";
    private String externalId = "";

    @BeforeEach
    void aFacility() {
        Offer offer = offers.prepare();
        externalId = jdbc.sql("select external_id from facility where id = ?")
                .param(offer.facility())
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
        number = "IN-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    private IntakeReport take(String text, boolean acceptValid, boolean dryRun) throws IOException {
        Path file = Files.writeString(folder.resolve("services.json"), text);
        return intake.run(file, new IntakeOptions(null, null, "test", null, acceptValid, dryRun,
                folder.resolve("report.csv")), Progress.SILENT);
    }

    private String good(String more) {
        return """
                {"services": [{"number": "%s", "kind": "COUNTER", "name": "居住证办理", "nameEn": "Residence permit",
                  "materials": [{"name": "身份证原件"}], "questions": [{"code": "FIRST", "text": "首次？", "kind": "YES_NO"}],
                  "schedules": [{"facility": "%s", "resource": "1 号窗口", "durationMinutes": 30, "capacity": 4,
                    "lines": [{"byday": [1, 2, 3, 4, 5], "opensAt": "09:00", "closesAt": "10:00"}]}]}%s]}"""
                .formatted(number, externalId, more);
    }

    @Test
    void aFileIsTakenOnceAndItsSlotsFollow() throws IOException {
        IntakeReport first = take(good(""), false, false);
        IntakeReport again = take(good(""), false, false);

        assertThat(first.created()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        BookableService service = services.find(number).orElseThrow();
        assertThat(service.materials()).containsExactly(new Material("身份证原件", null, true));
        Schedule schedule = services.listSchedules(service.id(), java.util.List.of()).getFirst();
        assertThat(schedule.version()).isEqualTo(1);
        Records.await(() -> jdbc.sql("select count(*) from slot where series_id = ?")
                .param(schedule.id())
                .query(Long.class)
                .single() > 0);
    }

    @Test
    void whatChangedInAFileChangesAndTheRestStays() throws IOException {
        take(good(""), false, false);
        IntakeReport changed = take(good("").replace("\"capacity\": 4", "\"capacity\": 5"), false, false);

        assertThat(changed.changed()).isEqualTo(1);
        Schedule schedule = services
                .listSchedules(services.find(number).orElseThrow().id(), java.util.List.of())
                .getFirst();
        assertThat(schedule.capacity()).isEqualTo(5);
        assertThat(schedule.version()).isEqualTo(2);
    }

    @Test
    void aDryRunKeepsNothing() throws IOException {
        IntakeReport report = take(good(""), false, true);

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.written()).isFalse();
        assertThat(services.find(number)).isEmpty();
    }

    @Test
    void eachBadServiceIsToldByRowAndFieldInBothLanguagesAndNothingIsTaken() throws IOException {
        String bad = """
                , {"number": "%s-B", "kind": "COUNTER", "name": "坏的", "schedules": [{"facility": "%s", "resource": "2 号窗口",
                    "durationMinutes": 30, "lines": [{"byday": [1], "opensAt": "09:00", "closesAt": "10:00"},
                                                     {"byday": [1], "opensAt": "09:30", "closesAt": "11:00"}]}]},
                  {"number": "%s-C", "kind": "COUNTER", "name": "无此设施", "schedules": [{"facility": "nowhere"}]},
                  {"number": "%s", "kind": "COUNTER", "name": "重复"},
                  {"number": "%s-D", "kind": "SPACESHIP", "name": "不认识的类别"},
                  {"number": "%s-E", "kind": "COUNTER", "name": "空时段", "schedules": [{"facility": "%s", "resource": "3",
                    "durationMinutes": 30, "lines": [{"byday": null}]}]}"""
                .formatted(number, externalId, number, number, number, number, externalId);
        IntakeReport report = take(good(bad), false, false);

        assertThat(report.written()).isFalse();
        assertThat(report.rejected()).isEqualTo(5);
        assertThat(report.findings()).containsEntry(Code.BAD_OFFER, 3L)
                .containsEntry(Code.UNKNOWN_FACILITY_ID, 1L)
                .containsEntry(Code.DUPLICATE_ID, 1L);
        String lines = Files.readString(folder.resolve("report.csv"));
        assertThat(lines).contains("schedules.0.lines", "时段 09:00–10:00 与 09:30–11:00 有重叠",
                "The hours 09:00–10:00 and 09:30–11:00 overlap");
        assertThat(services.find(number)).isEmpty();
        assertThat(take(good(bad), true, false).written()).isTrue();
        assertThat(services.find(number)).isPresent();
        assertThat(services.find(number + "-B")).isEmpty();
    }

    @Test
    void aFileThatBreaksOffOrIsEmptyIsRefused() {
        assertThatThrownBy(() -> take("{\"services\": [{\"number\": ", false, false))
                .isInstanceOfSatisfying(IntakeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.TRUNCATED_JSON));
        assertThatThrownBy(() -> take("{\"services\": []}", false, false)).isInstanceOfSatisfying(IntakeRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Refusal.NO_RECORDS));
    }
}
