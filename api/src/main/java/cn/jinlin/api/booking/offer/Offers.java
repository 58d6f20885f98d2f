package cn.jinlin.api.booking.offer;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Schedules with their services: who holds or books needs both, and everybody else for the same slot waits for them.
@Repository
class Offers {

    private final JdbcClient jdbc;
    private final BookableServices services;
    private final Schedules schedules;

    Offers(JdbcClient jdbc, BookableServices services, Schedules schedules) {
        this.jdbc = jdbc;
        this.services = services;
        this.schedules = schedules;
    }

    Optional<Offered> find(long schedule) {
        return jdbc.sql("""
                select s.*, b.number, b.kind, b.name, b.name_en, b.description, b.description_en, b.materials, b.questions,
                       b.party_limit, b.person_limit, b.household_limit, b.change_minutes, b.release, b.in_service
                  from schedule s join bookable_service b on b.id = s.service_id where s.id = ?""")
                .param(schedule)
                .query((row, number) -> new Offered(services.read(row, "service_id"), schedules.read(row, number)))
                .optional();
    }
}
