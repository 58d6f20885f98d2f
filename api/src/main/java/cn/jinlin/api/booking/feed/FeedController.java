package cn.jinlin.api.booking.feed;

import java.util.List;
import java.util.Locale;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class FeedController {

    private final FeedService feeds;

    FeedController(FeedService feeds) {
        this.feeds = feeds;
    }

    record RenewPayload(Feeds.Feed feed, String address, List<UserError> userErrors) {

        /// The address is a secret.
        @Override
        public String toString() {
            return "RenewPayload[...]";
        }
    }

    record RevokePayload(boolean revoked, List<UserError> userErrors) {}

    @QueryMapping
    Feeds.@Nullable Feed myCalendarFeed() {
        return feeds.findOwn().orElse(null);
    }

    @QueryMapping
    FeedService.@Nullable Slip appointmentSlip(@Argument String id, Locale locale) {
        return GlobalId.findUuid(Appointment.TYPE, id).flatMap(key -> feeds.findSlip(key, locale)).orElse(null);
    }

    @MutationMapping
    RenewPayload renewCalendarFeed() {
        FeedService.Renewed renewed = feeds.renew();
        return new RenewPayload(renewed.feed(), renewed.address(), List.of());
    }

    @MutationMapping
    RevokePayload revokeCalendarFeed() {
        feeds.revoke();
        return new RevokePayload(true, List.of());
    }
}
