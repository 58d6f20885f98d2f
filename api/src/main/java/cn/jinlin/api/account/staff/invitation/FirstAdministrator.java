package cn.jinlin.api.account.staff.invitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.staff.DutyService;
import cn.jinlin.api.account.staff.StaffMembers;
import cn.jinlin.api.account.staff.StaffSettings;
import cn.jinlin.api.account.staff.invitation.Invitations.Link;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links by which an operator makes an administrator. Whoever can call it has access to the record itself: the console at
/// the start, and the command line.
@Service
public class FirstAdministrator {

    private static final int LOCK = 622;

    private final JdbcClient jdbc;
    private final StaffMembers members;
    private final DutyService duties;
    private final Invitations invitations;
    private final StaffSettings settings;

    FirstAdministrator(JdbcClient jdbc, StaffMembers members, DutyService duties, Invitations invitations,
            StaffSettings settings) {
        this.jdbc = jdbc;
        this.members = members;
        this.duties = duties;
        this.invitations = invitations;
        this.settings = settings;
    }

    /// A link for the first administrator; empty once there is an active one. The one given before ends.
    @Transactional
    public Optional<Link> findLink() {
        return hasAdministrator() ? Optional.empty() : Optional.of(createLink());
    }

    /// A link for another administrator, also where there are some: the way back for a district whose administrators are
    /// all locked out. One that was given before, and not used, ends.
    @Transactional
    public Link createLink() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((_, _) -> true).single();
        UUID waiting = jdbc.sql("""
                select s.id from staff s join staff_duty d on d.staff_id = s.id and d.ended_at is null
                where s.state = 'INVITED' and s.name_cipher is null and d.role = 'DISTRICT_ADMIN' limit 1""")
                .query(UUID.class)
                .optional()
                .orElseGet(() -> {
                    UUID fresh = members.insert(null, null);
                    duties.found(fresh, List.of(new Duty(Role.DISTRICT_ADMIN, null)));
                    return fresh;
                });
        return invitations.renew(waiting, settings.firstLinkLife());
    }

    private boolean hasAdministrator() {
        return jdbc.sql("""
                select exists (select from staff s join staff_duty d on d.staff_id = s.id and d.ended_at is null
                where s.state = 'ACTIVE' and d.role = 'DISTRICT_ADMIN')""").query(Boolean.class).single();
    }
}
