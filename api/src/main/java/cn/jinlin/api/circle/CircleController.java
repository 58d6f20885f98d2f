package cn.jinlin.api.circle;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import cn.jinlin.api.circle.network.WalkNetworkVersion;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.region.PointInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class CircleController {

    private static final int LONGEST_WALK = 30;

    private final CircleService service;
    private final Circles circles;
    private final Clock clock;

    CircleController(CircleService service, Circles circles, Clock clock) {
        this.service = service;
        this.circles = circles;
        this.clock = clock;
    }

    @QueryMapping
    WalkCircle circle(@Argument PointInput at, @Argument Walker profile, @Argument int minutes,
            @Argument @Nullable Instant openAt, @Argument @Nullable String category, Locale locale) {
        if (minutes < 1 || minutes > LONGEST_WALK) {
            throw new BadInput("minutes", "MINUTES_OUT_OF_RANGE", LONGEST_WALK);
        }
        return circles.around(at.toWgs84("at"), profile, minutes, openAt == null ? clock.instant() : openAt, category,
                locale);
    }

    @QueryMapping
    Optional<WalkRoute> walkRoute(@Argument PointInput from, @Argument String facility, @Argument Walker profile,
            @Argument boolean stepFree) {
        long id = GlobalId.findNumber("Facility", facility)
                .orElseThrow(() -> new BadInput("facility", "UNKNOWN_FACILITY"));
        return service.route(from.toWgs84("from"), id, profile, stepFree).map(WalkRoute::of);
    }

    @QueryMapping
    Optional<WalkNetworkVersion> walkNetwork() {
        return service.network();
    }
}
