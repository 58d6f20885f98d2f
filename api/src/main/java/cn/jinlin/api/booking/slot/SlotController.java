package cn.jinlin.api.booking.slot;

import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.graphql.GlobalId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class SlotController {

    private final SlotFinder finder;

    SlotController(SlotFinder finder) {
        this.finder = finder;
    }

    @QueryMapping
    SlotsAnswer slots(@Argument SlotsInput input) {
        return finder.find(input);
    }

    @QueryMapping
    @Nullable
    SlotView slot(@Argument String id) {
        return GlobalId.findNumber(BookingIds.SLOT, id).flatMap(finder::find).orElse(null);
    }
}
