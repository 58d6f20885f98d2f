package cn.jinlin.api.booking.waitlist;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.slot.SlotFinder;
import cn.jinlin.api.booking.slot.SlotView;
import cn.jinlin.api.facility.FacilityNode;
import cn.jinlin.api.facility.FacilityNodes;
import cn.jinlin.api.graphql.Messages;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class WaitlistController {

    private static final String TYPE = BookingIds.WAITLIST_ENTRY;

    private final WaitlistService service;
    private final SlotFinder slots;
    private final FacilityNodes nodes;
    private final Messages messages;

    WaitlistController(WaitlistService service, SlotFinder slots, FacilityNodes nodes, Messages messages) {
        this.service = service;
        this.slots = slots;
        this.nodes = nodes;
        this.messages = messages;
    }

    @QueryMapping
    List<WaitlistEntry> myWaitlist() {
        return service.listOwn();
    }

    @MutationMapping
    WaitlistInputs.Payload joinWaitlist(@Argument WaitlistInputs.Join input, Locale locale) {
        return tell(() -> service.join(input), locale);
    }

    @MutationMapping
    WaitlistInputs.Payload leaveWaitlist(@Argument WaitlistInputs.Leave input, Locale locale) {
        return tell(() -> service.leave(input.entry()), locale);
    }

    @BatchMapping(typeName = TYPE)
    Map<WaitlistEntry, SlotView> slot(List<WaitlistEntry> of) {
        return map(of, Function.identity());
    }

    @BatchMapping(typeName = TYPE)
    Map<WaitlistEntry, BookableService> service(List<WaitlistEntry> of) {
        return map(of, SlotView::service);
    }

    @BatchMapping(typeName = TYPE)
    Map<WaitlistEntry, FacilityNode> facility(List<WaitlistEntry> of) {
        Locale locale = LocaleContextHolder.getLocale();
        return map(of, view -> nodes.show(view.facility(), locale));
    }

    private <V> Map<WaitlistEntry, V> map(List<WaitlistEntry> of, Function<SlotView, V> value) {
        Map<Long, SlotView> found = slots.list(of.stream().map(WaitlistEntry::slot).distinct().toList());
        Map<WaitlistEntry, V> values = new HashMap<>();
        for (WaitlistEntry one : of) {
            SlotView view = found.get(one.slot());
            if (view != null) {
                values.put(one, value.apply(view));
            }
        }
        return values;
    }

    private WaitlistInputs.Payload tell(Supplier<WaitlistEntry> act, Locale locale) {
        return messages.tell(act, WaitlistInputs.Payload::new, locale);
    }
}
