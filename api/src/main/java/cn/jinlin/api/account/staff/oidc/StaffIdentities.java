package cn.jinlin.api.account.staff.oidc;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.staff.StaffMember;
import cn.jinlin.api.account.staff.StaffMembers;
import cn.jinlin.api.account.staff.StaffState;
import cn.jinlin.api.account.staff.invitation.Invitations;
import cn.jinlin.api.personal.PersonalCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whom accounts at the provider belong to. An account there gives no right here: it must be bound to a member of staff,
/// which takes an invitation.
@Component
class StaffIdentities {

    private static final String PURPOSE = "staff_identity.sub";
    private static final int LONGEST_NAME = 40;

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final StaffMembers members;
    private final Invitations invitations;

    StaffIdentities(JdbcClient jdbc, PersonalCipher cipher, StaffMembers members, Invitations invitations) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.members = members;
        this.invitations = invitations;
    }

    Optional<StaffMember> find(OidcUser user) {
        return jdbc.sql("select staff_id from staff_identity where issuer = ? and sub_hash = ?")
                .params(issuer(user), subject(user))
                .query(UUID.class)
                .optional()
                .flatMap(members::find);
    }

    /// Accepts an invitation with this account.
    ///
    /// @param invitation hash of its secret
    /// @return empty when the invitation is over
    @Transactional
    Optional<StaffMember> bind(OidcUser user, byte[] invitation) {
        return invitations.take(invitation)
                .flatMap(members::findLocked)
                .filter(member -> member.state() == StaffState.INVITED)
                .map(member -> {
                    String known = member.name();
                    members.activate(member.id(), known == null ? name(user) : known);
                    jdbc.sql("insert into staff_identity (issuer, sub_hash, staff_id) values (?, ?, ?)")
                            .params(issuer(user), subject(user), member.id())
                            .update();
                    return members.get(member.id());
                });
    }

    private static String name(OidcUser user) {
        String full = user.getFullName();
        String name = full == null || full.isBlank() ? String.valueOf(user.getPreferredUsername()) : full.strip();
        return name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
                : name;
    }

    private static String issuer(OidcUser user) {
        return String.valueOf(user.getIssuer());
    }

    private byte[] subject(OidcUser user) {
        return cipher.blindIndex(PURPOSE, Objects.requireNonNull(user.getSubject()));
    }
}
