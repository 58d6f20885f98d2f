package cn.jinlin.api.booking.attendance;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/// How people stand by the rule that holds now.
@Component
class Standings {

    private final AttendanceRules rules;
    private final Absences absences;
    private final Clock clock;

    Standings(AttendanceRules rules, Absences absences, Clock clock) {
        this.rules = rules;
        this.absences = absences;
        this.clock = clock;
    }

    Standing get(UUID person) {
        return Objects.requireNonNull(list(List.of(person)).get(person));
    }

    /// Everybody who is asked for has one.
    Map<UUID, Standing> list(Collection<UUID> people) {
        AttendanceRule rule = rules.get();
        Duration asked = Duration.ofDays(rule.withinDays() + (long) rule.blockDays() + 1);
        var counted = absences.listCounted(people, clock.instant().minus(asked));
        return people.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(),
                        person -> new Standing(rule, counted.getOrDefault(person, List.of()))));
    }
}
