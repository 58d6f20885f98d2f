package cn.jinlin.api.booking.offer;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import cn.jinlin.api.facility.FacilitiesChanged;
import cn.jinlin.api.facility.intake.IntakeOptions;
import cn.jinlin.api.facility.intake.IntakeReport;
import cn.jinlin.api.facility.intake.Progress;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.Records;
import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.demo.DemoFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
class DemoOfferTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Autowired
    private ServiceIntake intake;
    @Autowired
    private Records records;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationEventPublisher events;

    /// Only where the services need one: that all of the district is taken in is another test's.
    private void insertFacilities(Path services) {
        Set<String> ids = new TreeSet<>(JsonMapper.shared().readTree(services).findValuesAsString("facility"));
        for (String id : ids) {
            jdbc.sql("""
                    insert into facility (source, external_id, name, category) values ('demo-offer', ?, '演示设施', 'GOV-A')
                    on conflict do nothing""").param(id).update();
        }
        events.publishEvent(FacilitiesChanged.many());
    }

    @Test
    void theDemoDistrictsServicesAreTakenWithoutAWordOfComplaintAndCanBeBooked() {
        records.insertCalendar();
        DemoFiles.write(DemoDistrict.standard(), folder);
        Path file = folder.resolve(DemoFiles.SERVICES);
        insertFacilities(file);
        var options = new IntakeOptions(null, null, "demo-offer", null, false, false, null);

        IntakeReport first = intake.run(file, options, Progress.SILENT);
        IntakeReport again = intake.run(file, options, Progress.SILENT);

        assertThat(first.findings()).isEmpty();
        assertThat(first.written()).isTrue();
        assertThat(again.unchanged()).isEqualTo(first.rows()).isGreaterThan(20);
        Records.await(() -> count("""
                slot_making m join schedule s on s.id = m.schedule_id join facility f on f.id = s.facility_id
                 where f.source = 'demo-offer' and m.made_at is null""") == 0);
        assertThat(count("""
                schedule s join facility f on f.id = s.facility_id join bookable_service b on b.id = s.service_id
                 where f.source = 'demo-offer' and b.kind <> 'ROOM'
                   and not exists (select from slot where series_id = s.id and open)""")).isZero();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query((row, _) -> row.getLong(1)).single();
    }
}
