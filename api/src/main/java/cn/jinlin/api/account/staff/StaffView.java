package cn.jinlin.api.account.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;

/// A member of staff as the GraphQL type has it.
///
/// @param mail masked
public record StaffView(String id, @Nullable String name, @Nullable String userName, @Nullable String mail,
        StaffState state, List<OfDuty> duties, List<OfDelegation> delegatedAway, Instant createdAt) {

    /// A duty.
    public record OfDuty(String id, Role role, @Nullable OfUnit unit, @Nullable OfDelegation delegation) {

        static OfDuty of(HeldDuty duty, Locale locale) {
            Delegation by = duty.delegation();
            return new OfDuty(GlobalId.of(HeldDuty.TYPE, duty.id()), duty.role(), OfUnit.ofAny(duty.unit(), locale),
                    by == null ? null : OfDelegation.of(by, locale));
        }
    }

    /// A delegation.
    public record OfDelegation(String id, Role role, @Nullable OfUnit unit, String fromId, @Nullable String fromName,
            String toId, @Nullable String toName, LocalDate begins, LocalDate ends) {

        static OfDelegation of(Delegation found, Locale locale) {
            return new OfDelegation(GlobalId.of(Delegation.TYPE, found.id()), found.role(),
                    OfUnit.ofAny(found.unit(), locale), person(found.from()), found.fromName(), person(found.to()),
                    found.toName(), found.begins(), found.ends());
        }
    }

    /// A unit.
    public record OfUnit(String id, UnitKind kind, String name, String nameZh, @Nullable String nameEn,
            @Nullable String parentId, @Nullable String facilityId, Instant createdAt, @Nullable Instant closedAt) {

        static OfUnit of(Unit unit, Locale locale) {
            return new OfUnit(GlobalId.of(Unit.TYPE, unit.id()), unit.kind(),
                    Languages.pick(locale, unit.name(), unit.nameEn()), unit.name(), unit.nameEn(),
                    unit.parent() == null ? null : GlobalId.of(Unit.TYPE, unit.parent()),
                    unit.facility() == null ? null : GlobalId.of("Facility", unit.facility()), unit.createdAt(),
                    unit.closedAt());
        }

        static @Nullable OfUnit ofAny(@Nullable Unit unit, Locale locale) {
            return unit == null ? null : of(unit, locale);
        }
    }

    static String person(UUID id) {
        return GlobalId.of(StaffMember.TYPE, id);
    }
}
