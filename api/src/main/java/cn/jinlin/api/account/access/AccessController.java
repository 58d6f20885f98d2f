package cn.jinlin.api.account.access;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AccessController {

    private static final int MOST = 50;

    private final ResidentAccess residents;
    private final ObjectProvider<UnitNames> units;
    private final Messages messages;

    AccessController(ResidentAccess residents, ObjectProvider<UnitNames> units, Messages messages) {
        this.residents = residents;
        this.units = units;
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    ResidentForStaff residentForStaff(@Argument String id, @Argument @Nullable String unit) {
        return residents.find(id, unit).orElse(null);
    }

    @QueryMapping
    Connection<AccessRecord> myAccessRecords(@Argument int first, @Argument @Nullable String after) {
        return residents.listOwn(Connection.Request.of(first, after, MOST));
    }

    @MutationMapping
    AccessInputs.Found findResidentByPhone(@Argument AccessInputs.Find input, Locale locale) {
        return messages.tell(() -> residents.findByPhone(input.phone(), input.unit()).orElse(null),
                AccessInputs.Found::new, locale);
    }

    @MutationMapping
    AccessInputs.Revealed revealResident(@Argument AccessInputs.Reveal input, Locale locale) {
        return messages.tell(() -> residents.reveal(input), AccessInputs.Revealed::new, locale);
    }

    @SchemaMapping(typeName = "AccessRecord")
    String id(AccessRecord look) {
        return GlobalId.of("AccessRecord", look.id());
    }

    @SchemaMapping(typeName = "AccessRecord")
    String role(AccessRecord look, Locale locale) {
        return messages.get("acting-role." + look.role(), locale);
    }

    /// A map, because a list must not hold the nulls of units that have no name.
    @BatchMapping(typeName = "AccessRecord")
    Map<AccessRecord, String> unitName(List<AccessRecord> looks) {
        // No argument of a batch can be the language.
        Locale locale = LocaleContextHolder.getLocale();
        List<UUID> asked = looks.stream().flatMap(look -> Stream.ofNullable(look.unit())).distinct().toList();
        UnitNames known = units.getIfAvailable();
        Map<UUID, String> names = known == null || asked.isEmpty() ? Map.of() : known.listNames(asked, locale);
        Map<AccessRecord, String> found = new HashMap<>();
        looks.forEach(look -> {
            String name = look.unit() == null ? null : names.get(look.unit());
            if (name != null) {
                found.put(look, name);
            }
        });
        return found;
    }
}
