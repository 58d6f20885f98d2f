package cn.jinlin.api.booking.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Services;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/// Which services counters serve, for all counters at once.
@Controller
class CounterServices {

    private final Services services;

    CounterServices(Services services) {
        this.services = services;
    }

    @BatchMapping(typeName = "DeskCounter", field = "services")
    Map<Counter, List<String>> list(List<Counter> counters) {
        Map<Long, BookableService> known = services
                .list(counters.stream().flatMap(counter -> counter.services().stream()).distinct().toList());
        return counters.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), counter -> counter.services()
                        .stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .map(BookableService::number)
                        .toList()));
    }
}
