package cn.jinlin.api.account.staff;

import java.util.Locale;
import java.util.function.Supplier;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class UnitController {

    private static final int MOST = 100;

    private final UnitService service;
    private final Messages messages;

    UnitController(UnitService service, Messages messages) {
        this.service = service;
        this.messages = messages;
    }

    @QueryMapping
    Connection<StaffView.OfUnit> units(@Argument int first, @Argument @Nullable String after,
            @Argument @Nullable UnitKind kind, @Argument boolean includeClosed, Locale locale) {
        return service.page(kind, includeClosed, Connection.Request.of(first, after, MOST))
                .map(unit -> StaffView.OfUnit.of(unit, locale));
    }

    @MutationMapping
    StaffPayloads.OfUnit createUnit(@Argument StaffInputs.CreateUnit input, Locale locale) {
        return payload(() -> service.create(input.kind(), input.name(), input.nameEn(),
                input.parent() == null ? null : StaffInputs.unitKey(input.parent(), "parent"),
                input.facility() == null ? null : facility(input.facility())), locale);
    }

    private static Long facility(String id) {
        return GlobalId.findNumber("Facility", id)
                .orElseThrow(() -> new BadInput("input.facility", "UNKNOWN_FACILITY"));
    }

    @MutationMapping
    StaffPayloads.OfUnit renameUnit(@Argument StaffInputs.RenameUnit input, Locale locale) {
        return payload(() -> service.rename(StaffInputs.unitKey(input.id(), "id"), input.name(), input.nameEn()),
                locale);
    }

    @MutationMapping
    StaffPayloads.OfUnit closeUnit(@Argument StaffInputs.Id input, Locale locale) {
        return payload(() -> service.close(StaffInputs.unitKey(input.id(), "id")), locale);
    }

    private StaffPayloads.OfUnit payload(Supplier<Unit> act, Locale locale) {
        return messages.tell(() -> StaffView.OfUnit.of(act.get(), locale), StaffPayloads.OfUnit::new, locale);
    }
}
