package cn.jinlin.api.account.staff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.personal.Masks;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Members of staff as they are shown. The name they sign in by is only for administrators and themselves: whoever knows
/// it can lock them out.
@Component
public class StaffViews {

    private final StaffMembers members;
    private final Duties duties;
    private final Access access;

    StaffViews(StaffMembers members, Duties duties, Access access) {
        this.members = members;
        this.duties = duties;
        this.access = access;
    }

    /// One member. Whoever calls has asked whether the caller may see them.
    public StaffView get(UUID id, Locale locale) {
        return find(id, locale).orElseThrow(() -> new IllegalStateException("No member of staff " + id));
    }

    /// The same where there may be none.
    public Optional<StaffView> find(UUID id, Locale locale) {
        return members.find(id).map(member -> views(List.of(member), locale).apply(member));
    }

    /// @param unit null for all, which is for the administrator
    Connection<StaffView> page(@Nullable UUID unit, @Nullable StaffState state, Connection.Request page,
            Locale locale) {
        if (unit == null || access.getCaller().holds(Role.DISTRICT_ADMIN)) {
            access.require(Role.DISTRICT_ADMIN);
        } else {
            access.require(Role.UNIT_LEADER, unit);
        }
        Connection<StaffMember> found = members.page(unit, state, page);
        return found.map(views(found.nodes(), locale));
    }

    private Function<StaffMember, StaffView> views(List<StaffMember> shown, Locale locale) {
        List<UUID> ids = shown.stream().map(StaffMember::id).toList();
        Map<UUID, List<HeldDuty>> held = duties.listOf(ids);
        Map<UUID, List<Delegation>> away = duties.listDelegatedBy(ids);
        return member -> new StaffView(StaffView.person(member.id()), member.name(),
                knowsUserName(member.id()) ? member.userName() : null,
                member.mail() == null ? null : Masks.mail(member.mail()), member.state(),
                held.getOrDefault(member.id(), List.of())
                        .stream()
                        .map(duty -> StaffView.OfDuty.of(duty, locale))
                        .toList(),
                away.getOrDefault(member.id(), List.of())
                        .stream()
                        .map(delegation -> StaffView.OfDelegation.of(delegation, locale))
                        .toList(),
                member.createdAt());
    }

    private boolean knowsUserName(UUID member) {
        return access.findCaller()
                .filter(caller -> caller.holds(Role.DISTRICT_ADMIN) || caller.subject().id().equals(member))
                .isPresent();
    }
}
