package cn.jinlin.api.booking.offer;

import java.util.List;
import java.util.Map;

import cn.jinlin.api.booking.offer.OfferOfOneFacility.Offer;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.PeopleOfThree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(OfferOfOneFacility.class)
class SlotMakingTest {

    @Autowired
    private OfferOfOneFacility offers;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private Places places;
    @Autowired
    private SlotMaking making;
    @Autowired
    private SlotWork work;
    @Autowired
    private Services services;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private Offer offer = new Offer(0, new java.util.UUID(0, 0), 0, "");

    @BeforeEach
    void anOffer() {
        offer = offers.prepare();
    }

    @Test
    void publicHolidaysHaveNoSlotsAndTheMakeUpSaturdayHasThoseOfAMonday() {
        String schedule = offers.created(offer, Map.of());

        assertThat(offers.starts(schedule)).containsExactly("09-30 09:00", "09-30 10:00", "10-08 09:00", "10-08 10:00",
                "10-09 09:00", "10-09 10:00", "10-10 09:00", "10-10 10:00", "10-12 09:00", "10-12 10:00",
                "10-13 09:00", "10-13 10:00");
    }

    @Test
    void aScheduleThatGoesOnAsUsualKnowsNoHolidays() {
        String schedule = offers.created(offer,
                Map.of("holidayPolicy", "AS_USUAL", "lines", List.of(OfferOfOneFacility.weekdays("09:00", "10:00"))));

        assertThat(offers.starts(schedule)).contains("10-01 09:00", "10-07 09:00").doesNotContain("10-10 09:00");
    }

    @Test
    void anUnpublishedYearHasNoSlotsAndIsToldUntilADateIsDeclared() {
        var answer = offers.create(offer, Map.of("horizonDays", 100, "releaseDays", 30));
        String schedule = answer.data("createSchedule/schedule/id").asString();

        assertThat(answer.data("createSchedule/schedule/unpublishedFrom").asString()).isEqualTo("2027-01-01");
        assertThat(offers.starts(schedule)).contains("12-31 10:00").noneMatch(start -> start.startsWith("01-"));
        people.askAtDesk(offer.unit(), OfferOfOneFacility.EXCEPTION, Map.of("id", schedule, "date", "2027-01-05",
                "periods", List.of(Map.of("opens", "13:00", "closes", "15:00"))));
        assertThat(offers.starts(schedule)).endsWith("12-31 10:00", "01-05 13:00", "01-05 14:00");
    }

    @Test
    void hoursEndAtMidnightAndRunPastIt() {
        String evening = offers.created(offer, Map.of("lines",
                List.of(OfferOfOneFacility.line(List.of(3), "22:00", "24:00")), "horizonDays", 2));
        String night = offers.created(offer, Map.of("lines",
                List.of(OfferOfOneFacility.line(List.of(3), "22:30", "01:30")), "resource", "夜间窗口", "holidayPolicy",
                "AS_USUAL", "horizonDays", 2));

        assertThat(offers.starts(evening)).containsExactly("09-30 22:00", "09-30 23:00");
        assertThat(offers.starts(night)).containsExactly("09-30 22:30", "09-30 23:30", "10-01 00:30");
    }

    @Test
    void aPauseLiesBetweenSlotsAndNoneEndsAfterTheHours() {
        String schedule = offers.created(offer, Map.of("durationMinutes", 25, "bufferMinutes", 10, "horizonDays", 1));

        assertThat(offers.starts(schedule)).containsExactly("09-29 10:10", "09-30 09:00", "09-30 09:35",
                "09-30 10:10");
    }

    @Test
    void placesGoOutAtTheHourAndFlowBackAndCloseBeforeTheStart() {
        String schedule = offers.created(offer, Map.of("releaseDays", 7, "releaseAt", "07:30", "leadMinutes", 90,
                "flowBackMinutes", 120, "capacity", 10, "roomPhone", 2, "roomWalkIn", 3, "roomPriority", 1));

        SlotRecord slot = places.findSlot(offers.slotAt(schedule, "2026-10-08 09:00")).orElseThrow();
        assertThat(slot.releasesAt()).isEqualTo(OfferOfOneFacility.shanghai("2026-10-01T07:30"));
        assertThat(slot.closesAt()).isEqualTo(OfferOfOneFacility.shanghai("2026-10-08T07:30"));
        assertThat(slot.flowsBackAt()).isEqualTo(OfferOfOneFacility.shanghai("2026-10-08T07:00"));
        assertThat(slot.rooms()).isEqualTo(new SlotRecord.Rooms(4, 2, 3, 1));
    }

    @Test
    void makingAgainChangesNothing() {
        String schedule = offers.created(offer, Map.of());
        Schedule record = services.getSchedule(OfferOfOneFacility.key(schedule));

        SlotChange again = transaction.execute(_ -> making.make(record));

        assertThat(again).isNotNull().matches(SlotChange::isNothing).matches(change -> change.same() == 12);
    }

    @Test
    void aHolidayThatIsPublishedLaterTakesItsSlotsAwayWithTheNextLook() {
        String schedule = offers.created(offer, Map.of());
        jdbc.sql("""
                insert into calendar_day (date, year, name, is_off_day) values ('2026-10-12', 2026, '测试假日', true)""")
                .update();
        try {
            offers.prepare();
            jdbc.sql("update slot_making set due_at = '2026-09-29T01:00:00Z' where schedule_id = ?")
                    .param(OfferOfOneFacility.key(schedule))
                    .update();
            work.look();

            assertThat(offers.starts(schedule)).doesNotContain("10-12 09:00", "10-12 10:00").contains("10-13 09:00");
        } finally {
            jdbc.sql("delete from calendar_day where date = '2026-10-12'").update();
            offers.prepare();
        }
    }

    @Test
    void slotsWithoutTakersAreMadeAnewAndThoseWithTakersStayButTakeNobodyElse() {
        String schedule = offers.created(offer, Map.of());
        long taken = offers.slotAt(schedule, "2026-10-08 09:00");
        offers.take(taken, 1);

        people.askAtDesk(offer.unit(), OfferOfOneFacility.UPDATE, Map.of("id", schedule, "durationMinutes", 40));

        assertThat(offers.starts(schedule)).contains("09-30 09:40", "09-30 10:20", "10-08 10:20")
                .doesNotContain("10-08 09:00", "10-08 09:40", "10-09 10:00");
        SlotRecord kept = places.findSlot(taken).orElseThrow();
        assertThat(kept.taken()).isEqualTo(1);
        assertThat(kept.endsAt()).isEqualTo(OfferOfOneFacility.shanghai("2026-10-08T10:00"));
        assertThat(kept.open()).isFalse();
    }

    @Test
    void morePlacesReachSlotsWithTakersAndFewerThanAreTakenDoNot() {
        String schedule = offers.created(offer, Map.of());
        long slot = offers.slotAt(schedule, "2026-10-08 09:00");
        offers.take(slot, 2);

        people.askAtDesk(offer.unit(), OfferOfOneFacility.UPDATE, Map.of("id", schedule, "capacity", 5));
        assertThat(places.findSlot(slot).orElseThrow().capacity()).isEqualTo(5);
        assertThat(places.findSlot(slot).orElseThrow().taken()).isEqualTo(2);
        people.askAtDesk(offer.unit(), OfferOfOneFacility.UPDATE, Map.of("id", schedule, "capacity", 1));
        assertThat(places.findSlot(slot).orElseThrow().capacity()).isEqualTo(5);
        assertThat(places.findSlot(offers.slotAt(schedule, "2026-10-08 10:00")).orElseThrow().capacity()).isEqualTo(1);
    }

    @Test
    void whereTheFacilityIsClosedForADayItsSchedulesAreToo() {
        String schedule = offers.created(offer, Map.of("horizonDays", 90, "releaseDays", 30));
        jdbc.sql(
                "insert into facility_exception (facility_id, date, periods) values (?, '2026-12-15', '[[\"09:30\",\"11:00\"]]')")
                .param(offer.facility())
                .update();
        Schedule record = services.getSchedule(OfferOfOneFacility.key(schedule));
        offers.forget(offer);
        transaction.executeWithoutResult(_ -> making.make(record));

        assertThat(offers.starts(schedule)).contains("12-15 09:30", "12-16 09:00")
                .doesNotContain("12-15 09:00",
                        "12-15 10:00");
    }
}
