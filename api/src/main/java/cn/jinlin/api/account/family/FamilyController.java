package cn.jinlin.api.account.family;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import cn.jinlin.api.account.staff.Unit;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class FamilyController {

    private static final int MOST = 50;

    private final FamilyService family;
    private final Children children;
    private final DeskFamily desk;
    private final Messages messages;

    FamilyController(FamilyService family, Children children, DeskFamily desk, Messages messages) {
        this.family = family;
        this.children = children;
        this.desk = desk;
        this.messages = messages;
    }

    @QueryMapping
    List<Proxy> myProxies() {
        return family.listOwn();
    }

    @QueryMapping
    List<Proxy> actingFor() {
        return family.listActedFor();
    }

    @QueryMapping
    Connection<Proxy> proxiesOfDesk(@Argument String unit, @Argument int first, @Argument @Nullable String after) {
        return desk.list(GlobalId.readUuid(Unit.TYPE, unit, "unit", "UNKNOWN_UNIT"),
                Connection.Request.of(first, after, MOST));
    }

    @MutationMapping
    FamilyInputs.OfPerson inviteProxy(@Argument FamilyInputs.Invite input, Locale locale) {
        return messages.tell(() -> family.invite(input), FamilyInputs.OfPerson::new, locale);
    }

    @MutationMapping
    FamilyInputs.OfActor acceptProxy(@Argument FamilyInputs.Named input, Locale locale) {
        return messages.tell(() -> family.accept(id(input.id(), "UNKNOWN_INVITATION")), FamilyInputs.OfActor::new,
                locale);
    }

    @MutationMapping
    FamilyInputs.OfActor declineProxy(@Argument FamilyInputs.Named input, Locale locale) {
        return messages.tell(() -> family.decline(id(input.id(), "UNKNOWN_INVITATION")), FamilyInputs.OfActor::new,
                locale);
    }

    @MutationMapping
    FamilyInputs.Revoked revokeProxy(@Argument FamilyInputs.Named input, Locale locale) {
        return messages.tell(() -> {
            family.revoke(id(input.id(), "UNKNOWN_PROXY"));
            return input.id();
        }, FamilyInputs.Revoked::new, locale);
    }

    @MutationMapping
    FamilyInputs.OfPerson renewProxy(@Argument FamilyInputs.Renew input, Locale locale) {
        return messages.tell(() -> family.renew(id(input.id(), "UNKNOWN_PROXY"), input.endsOn()),
                FamilyInputs.OfPerson::new,
                locale);
    }

    @MutationMapping
    FamilyInputs.OfPerson confirmProxy(@Argument FamilyInputs.Confirm input, Locale locale) {
        return messages.tell(() -> family.confirm(id(input.id(), "UNKNOWN_PROXY"), input.endsOn()),
                FamilyInputs.OfPerson::new,
                locale);
    }

    @MutationMapping
    FamilyInputs.OfActor registerChild(@Argument FamilyInputs.RegisterChild input, Locale locale) {
        return messages.tell(() -> children.register(input), FamilyInputs.OfActor::new, locale);
    }

    @MutationMapping
    FamilyInputs.OfDesk registerWithoutPhone(@Argument FamilyInputs.RegisterWithoutPhone input, Locale locale) {
        return messages.tell(() -> desk.register(input), FamilyInputs.OfDesk::new, locale);
    }

    @MutationMapping
    FamilyInputs.OfDesk changeProxyAtDesk(@Argument FamilyInputs.ChangeAtDesk input, Locale locale) {
        return messages.tell(() -> desk.change(id(input.id(), "UNKNOWN_PROXY"), input), FamilyInputs.OfDesk::new,
                locale);
    }

    private static UUID id(String id, String unknown) {
        return GlobalId.readUuid(FamilyWiring.PROXY, id, "input.id", unknown);
    }
}
