package cn.jinlin.api.booking.news;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.SlotRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Places offered to people who wait or drawn for them, as a message words them.
@Component
class OfferedPlaces {

    private final JdbcClient jdbc;
    private final Places places;
    private final Services services;
    private final AppointmentWords words;

    OfferedPlaces(JdbcClient jdbc, Places places, Services services, AppointmentWords words) {
        this.jdbc = jdbc;
        this.places = places;
        this.services = services;
        this.words = words;
    }

    /// @param actor who joined the line or took part for them
    record Offer(long slot, UUID person, @Nullable UUID actor) {}

    /// Empty once it was taken, declined or has lapsed.
    Optional<Offer> find(UUID entry) {
        return jdbc.sql("""
                select slot_id, person_id, actor_id from waitlist_entry
                where id = ? and state = 'OFFERED' and person_id is not null""")
                .param(entry)
                .query(OfferedPlaces::read)
                .optional();
    }

    /// Somebody who took part in a lottery and has neither booked, nor left, nor been erased.
    Optional<Offer> findDrawn(UUID entry) {
        return jdbc.sql("""
                select slot_id, person_id, actor_id from lottery_entry
                where id = ? and state in ('WON', 'WAITING') and person_id is not null""")
                .param(entry)
                .query(OfferedPlaces::read)
                .optional();
    }

    private static Offer read(ResultSet row, int number) throws SQLException {
        return new Offer(row.getLong("slot_id"), row.getObject("person_id", UUID.class),
                row.getObject("actor_id", UUID.class));
    }

    /// The places `who`, `service`, `where` and `startsAt` of a message.
    Map<String, String> words(Offer offer, Audience.Reader reader) {
        SlotRecord slot = places.findSlot(offer.slot()).orElseThrow();
        Schedule schedule = services.getSchedule(slot.series());
        Map<String, String> values = words.of(schedule.serviceId(), schedule.facilityId(),
                schedule.resource(reader.language()), reader);
        values.put("startsAt", slot.startsAt().toString());
        return values;
    }
}
