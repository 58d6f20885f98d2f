package cn.jinlin.api.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.TestTokens;
import org.jspecify.annotations.Nullable;

/// Somebody who asks, and how they stand to what is asked about.
///
/// @param role that they hold; null for whoever holds none
/// @param token they ask with; null for visitors
/// @param caller the resident or the member of staff who asks; null for visitors
record Column(String name, @Nullable Role role, BiFunction<Scene, TestTokens, @Nullable String> token,
        Function<Scene, @Nullable UUID> caller) {

    /// A role that is added gets its columns by itself.
    static List<Column> all() {
        List<Column> all = new ArrayList<>();
        all.add(new Column("visitor", null, (_, _) -> null, _ -> null));
        all.add(resident("owner", Scene::owner));
        all.add(resident("proxy", Scene::proxy));
        all.add(resident("other", Scene::other));
        all.add(staff("staff", null, Scene::colleague, _ -> null));
        all.add(staff("member", null, Scene::member, _ -> null));
        for (Role role : Role.values()) {
            if (role == Role.DISTRICT_ADMIN) {
                continue;
            }
            String name = role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            all.add(staff(name, role, role == Role.UNIT_LEADER ? Scene::leader : Scene::colleague, Scene::unit));
            all.add(staff(name + " elsewhere", role, Scene::colleague, Scene::otherUnit));
        }
        all.add(staff("district admin", Role.DISTRICT_ADMIN, Scene::colleague, _ -> null));
        return List.copyOf(all);
    }

    private static Column resident(String name, Function<Scene, UUID> who) {
        return new Column(name, null, (scene, tokens) -> tokens.resident(who.apply(scene)),
                scene -> who.apply(scene));
    }

    private static Column staff(String name, @Nullable Role role, Function<Scene, UUID> who,
            Function<Scene, @Nullable UUID> unit) {
        return new Column(name, role,
                (scene, tokens) -> role == null
                        ? tokens.staff(who.apply(scene))
                        : tokens.staff(who.apply(scene), new Duty(role, unit.apply(scene))),
                scene -> who.apply(scene));
    }
}
