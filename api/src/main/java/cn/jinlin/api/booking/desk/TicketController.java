package cn.jinlin.api.booking.desk;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/// The line as those outside the desk see it: on their phone, on the screen.
@Controller
class TicketController {

    private final MyTickets tickets;
    private final CallDisplays displays;
    private final Messages messages;

    TicketController(MyTickets tickets, CallDisplays displays, Messages messages) {
        this.tickets = tickets;
        this.displays = displays;
        this.messages = messages;
    }

    record MyTicketPayload(MyTickets.@Nullable MyTicket ticket, List<UserError> userErrors) {}

    @QueryMapping
    List<MyTickets.MyTicket> myTickets() {
        return tickets.list();
    }

    @QueryMapping
    CallDisplays.@Nullable CallDisplay callDisplay(@Argument String facility) {
        return displays.find(facility).orElse(null);
    }

    @SubscriptionMapping
    Flux<CallDisplays.CallDisplay> callDisplayChanged(@Argument String facility, @Argument @Nullable String after) {
        return displays.follow(facility, after);
    }

    @MutationMapping
    MyTicketPayload takeTicket(@Argument DeskInputs.Take input, Locale locale) {
        return tell(() -> tickets.take(input), locale);
    }

    @MutationMapping
    MyTicketPayload leaveLine(@Argument DeskInputs.Leave input, Locale locale) {
        return tell(() -> tickets.leave(input), locale);
    }

    private MyTicketPayload tell(Supplier<MyTickets.MyTicket> act, Locale locale) {
        return messages.tell(act, MyTicketPayload::new, locale);
    }
}
