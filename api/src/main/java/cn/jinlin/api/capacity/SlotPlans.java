package cn.jinlin.api.capacity;

import java.sql.Timestamp;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Changes what a slot is, for whoever plans them. Who has a place is never touched.
@Service
public class SlotPlans {

    private final JdbcClient jdbc;

    SlotPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes a slot what it should be, and opens it again where it was closed. Its start stays.
    ///
    /// @param as of the same series and start
    /// @return false, and nothing changes, where more places are taken than it would have, or any is and its end moves
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean replan(long slot, NewSlot as) {
        return jdbc.sql("""
                update slot set ends_at = :ends, releases_at = :releases, closes_at = :closes, flows_back_at = :flowsBack,
                       open = true, capacity = :capacity, room_online = :online, room_phone = :phone,
                       room_walk_in = :walkIn, room_priority = :priority
                 where id = :slot and series_id = :series and starts_at = :starts and taken <= :capacity
                   and (taken = 0 or ends_at = :ends)""")
                .param("slot", slot)
                .param("series", as.series())
                .param("starts", Timestamp.from(as.startsAt()))
                .param("ends", Timestamp.from(as.endsAt()))
                .param("releases", Timestamp.from(as.releasesAt()))
                .param("closes", Timestamp.from(as.closesAt()))
                .param("flowsBack", Timestamp.from(as.flowsBackAt()))
                .param("capacity", as.capacity())
                .param("online", as.online())
                .param("phone", as.phone())
                .param("walkIn", as.walkIn())
                .param("priority", as.priority())
                .update() == 1;
    }
}
