package cn.jinlin.api.account.family;

import java.time.LocalDate;
import java.util.List;

import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// Inputs and payloads of acting for another.
final class FamilyInputs {

    private FamilyInputs() {}

    record Invite(String phone, String relation, List<Scope> scopes, @Nullable LocalDate endsOn) {}

    record Named(String id) {}

    record Renew(String id, LocalDate endsOn) {}

    record Confirm(String id, @Nullable LocalDate endsOn) {}

    record RegisterChild(String name, LocalDate birthDate, String relation, int version) {

        /// Tells nothing: a child's name belongs in no log.
        @Override
        public String toString() {
            return "RegisterChild[...]";
        }
    }

    record RegisterWithoutPhone(String name, @Nullable LocalDate birthDate, String proxyPhone, String relation,
            List<Scope> scopes, @Nullable LocalDate endsOn, String paperNumber, @Nullable String unit) {

        /// Tells nothing: a name belongs in no log.
        @Override
        public String toString() {
            return "RegisterWithoutPhone[...]";
        }
    }

    /// What a desk does on paper.
    enum DeskChange {
        END, RENEW, CONFIRM
    }

    record ChangeAtDesk(String id, DeskChange change, @Nullable LocalDate endsOn, String paperNumber,
            @Nullable String unit) {}

    record OfPerson(@Nullable Proxy proxy, List<UserError> userErrors) {}

    record OfActor(@Nullable Proxy actingFor, List<UserError> userErrors) {}

    record OfDesk(@Nullable Proxy deskProxy, List<UserError> userErrors) {}

    record Revoked(@Nullable String id, List<UserError> userErrors) {}
}
