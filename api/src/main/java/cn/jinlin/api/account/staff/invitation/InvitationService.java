package cn.jinlin.api.account.staff.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.jinlin.api.account.staff.DutyService;
import cn.jinlin.api.account.staff.StaffActed;
import cn.jinlin.api.account.staff.StaffInvited;
import cn.jinlin.api.account.staff.StaffMember;
import cn.jinlin.api.account.staff.StaffMembers;
import cn.jinlin.api.account.staff.StaffSettings;
import cn.jinlin.api.account.staff.StaffState;
import cn.jinlin.api.account.staff.StaffTexts;
import cn.jinlin.api.account.staff.invitation.Invitations.Link;
import cn.jinlin.api.account.staff.proof.Secrets;
import cn.jinlin.api.account.staff.proof.StaffAccountService;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Invites members of staff, and lets them accept.
@Service
class InvitationService {

    private static final int MOST_DUTIES = 10;

    private final StaffMembers members;
    private final DutyService duties;
    private final Invitations invitations;
    private final StaffAccountService accounts;
    private final StaffSettings settings;
    private final Access access;
    private final ApplicationEventPublisher events;

    InvitationService(StaffMembers members, DutyService duties, Invitations invitations,
            StaffAccountService accounts, StaffSettings settings, Access access, ApplicationEventPublisher events) {
        this.members = members;
        this.duties = duties;
        this.invitations = invitations;
        this.accounts = accounts;
        this.settings = settings;
        this.access = access;
        this.events = events;
    }

    record Invited(UUID staff, Link link) {}

    record Opened(@Nullable String name, Instant expiresAt) {}

    /// @throws BadInput when a rule is broken
    @Transactional
    Invited invite(String name, @Nullable String mail, List<Duty> first) {
        access.require(Role.DISTRICT_ADMIN);
        if (first.size() > MOST_DUTIES) {
            throw new BadInput("input.duties", "TOO_MANY", MOST_DUTIES);
        }
        UUID staff = members.insert(StaffTexts.personName(name), StaffTexts.mail(mail));
        duties.found(staff, first);
        return invited(staff, "staff.invited");
    }

    /// @throws BadInput unless they are invited and have not accepted
    @Transactional
    Invited renew(UUID staff) {
        access.require(Role.DISTRICT_ADMIN);
        StaffMember member = members.findLocked(staff)
                .orElseThrow(() -> new BadInput("input.id", "UNKNOWN_STAFF"));
        if (member.state() != StaffState.INVITED) {
            throw new BadInput("input.id", "STAFF_NOT_INVITED");
        }
        return invited(staff, "staff.invitation_renewed");
    }

    private Invited invited(UUID staff, String act) {
        Link link = invitations.renew(staff, settings.invitationLife());
        events.publishEvent(new StaffInvited(staff, link.address(), link.expiresAt()));
        events.publishEvent(new StaffActed(access.getCaller().subject(), act, staff, null));
        return new Invited(staff, link);
    }

    /// @throws BadInput when the invitation is over
    Opened open(String secret) {
        Invitations.Open open = invitations.find(Secrets.hash(secret)).orElseThrow(InvitationService::over);
        return new Opened(members.get(open.staff()).name(), open.expiresAt());
    }

    /// @param name needed where the invitation has none
    /// @throws BadInput when the invitation is over, or name or password break a rule: then it stays good
    @Transactional
    StaffAccountService.Next accept(String secret, @Nullable String name, String userName, String password) {
        if (!settings.localAccounts()) {
            throw over();
        }
        UUID staff = invitations.take(Secrets.hash(secret)).orElseThrow(InvitationService::over);
        StaffMember member = members.findLocked(staff).orElseThrow(InvitationService::over);
        if (member.state() != StaffState.INVITED) {
            throw over();
        }
        String known = member.name();
        members.activate(staff, known == null ? StaffTexts.personName(name == null ? "" : name) : known);
        return accounts.create(staff, userName, password);
    }

    private static BadInput over() {
        return new BadInput("input.secret", "INVITATION_OVER");
    }
}
