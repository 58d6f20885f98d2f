package cn.jinlin.api.account.person;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import cn.jinlin.api.account.consent.ConsentState;
import cn.jinlin.api.account.consent.Consents;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.Neighbourhood;
import cn.jinlin.api.region.Point;
import cn.jinlin.api.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PersonController {

    private final People people;
    private final Consents consents;
    private final Regions regions;
    private final Messages messages;

    PersonController(People people, Consents consents, Regions regions, Messages messages) {
        this.people = people;
        this.consents = consents;
        this.regions = regions;
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    Me me() {
        return people.findMe().orElse(null);
    }

    @MutationMapping
    PersonInputs.Payload updateProfile(@Argument PersonInputs.Update input, Locale locale) {
        return payload(() -> people.update(input::over), locale);
    }

    @MutationMapping
    PersonInputs.Payload saveHome(@Argument PersonInputs.SaveHome input, Locale locale) {
        return payload(() -> people.save(input.home()), locale);
    }

    @MutationMapping
    PersonInputs.Payload removeHome(@Argument PersonInputs.RemoveHome input, Locale locale) {
        return payload(() -> people.removeHome(input.withdrawConsent()), locale);
    }

    @SchemaMapping(typeName = "Me")
    Optional<Home> home(Me me) {
        return people.findHome(me.resident().id());
    }

    @SchemaMapping(typeName = "Me")
    List<ConsentState> consents(Me me) {
        return consents.listStates(me.resident().id());
    }

    @SchemaMapping(typeName = "Home")
    @Nullable
    Point location(Home home, @Argument CoordinateSystem crs) {
        return home.location() == null ? null : Point.of(crs, home.location());
    }

    @SchemaMapping(typeName = "Home")
    Optional<Neighbourhood> neighbourhood(Home home) {
        return Optional.ofNullable(home.neighbourhood()).flatMap(regions::findNeighbourhood);
    }

    private PersonInputs.Payload payload(Supplier<Me> act, Locale locale) {
        return messages.tell(act, PersonInputs.Payload::new, locale);
    }
}
