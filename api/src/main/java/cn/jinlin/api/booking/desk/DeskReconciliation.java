package cn.jinlin.api.booking.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.booking.desk.DeskActs.Done;
import cn.jinlin.api.booking.desk.DeskActs.Kept;
import cn.jinlin.api.booking.desk.DeskActs.Refused;
import cn.jinlin.api.booking.desk.DeskInputs.ActOutcome;
import cn.jinlin.api.booking.desk.DeskInputs.ActResult;
import cn.jinlin.api.booking.desk.DeskInputs.OfflineAct;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings in what a desk did without a connection. Each act is a transaction of its own: one that does not count keeps none
/// of the others back, and is remembered as such, so that sending all again gives the same answers.
@Service
class DeskReconciliation {

    private static final int MOST = 200;
    private static final Duration OLDEST = Duration.ofHours(24);
    /// Clocks of desks go a little wrong.
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final Desks desks;
    private final DeskActs acts;
    private final OfflineActs offline;
    private final LineViews views;
    private final Messages messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeskReconciliation(Desks desks, DeskActs acts, OfflineActs offline, LineViews views, Messages messages,
            TransactionTemplate transaction, Clock clock) {
        this.desks = desks;
        this.acts = acts;
        this.offline = offline;
        this.views = views;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param ticket it was about; null where there is none
    private record Came(String key, ActOutcome outcome, @Nullable Refused refused, @Nullable UUID ticket) {}

    /// @throws BadInput ACTS_OUT_OF_RANGE, NOT_A_KEY, UNKNOWN_UNIT: then nothing is brought in
    List<ActResult> bringIn(DeskInputs.Reconcile input, Locale locale) {
        Desk desk = desks.require(input.unit());
        if (input.acts().isEmpty() || input.acts().size() > MOST) {
            throw new BadInput("input.acts", "ACTS_OUT_OF_RANGE", MOST);
        }
        input.acts().forEach(each -> GlobalId.readKey(each.key(), "input.acts.key"));
        List<Came> came = new ArrayList<>();
        for (OfflineAct each : input.acts()) {
            came.add(bringIn(desk, each));
        }
        Map<UUID, TicketView> shown = views.show(desk.facility(),
                came.stream().map(Came::ticket).filter(Objects::nonNull).distinct().toList());
        return came.stream().map(each -> tell(each, shown, locale)).toList();
    }

    private Came bringIn(Desk desk, OfflineAct each) {
        Act act = new Act(desk.facility(), desk.staff(), GlobalId.readKey(each.key(), "input.acts.key"), each.said(),
                each.at());
        try {
            requireBelievable(each.at());
            Done done = Objects.requireNonNull(transaction.execute(_ -> offline.bringIn(act, each)));
            return new Came(each.key(), done.already() ? ActOutcome.ALREADY : ActOutcome.DONE, null,
                    done.ticket().id());
        } catch (BadInput refused) {
            return new Came(each.key(), ActOutcome.CONFLICT, remember(act, refused),
                    offline.findTicket(act.facility(), each).orElse(null));
        }
    }

    /// What was refused stays so; a key that was used for something else stays what it was.
    private Refused remember(Act act, BadInput refused) {
        Refused why = Refused.of(refused);
        if (refused.reason().equals("KEY_USED_OTHERWISE")) {
            return why;
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            Optional<Kept> before = acts.find(act);
            if (before.isPresent()) {
                return Objects.requireNonNullElse(before.get().conflict(), why);
            }
            acts.insert(act, null, why);
            return why;
        }));
    }

    private void requireBelievable(Instant at) {
        Instant now = clock.instant();
        if (at.isAfter(now.plus(AHEAD))) {
            throw new BadInput("input.acts.at", "ACT_IN_FUTURE");
        }
        if (at.isBefore(now.minus(OLDEST))) {
            throw new BadInput("input.acts.at", "ACT_TOO_OLD");
        }
    }

    private ActResult tell(Came came, Map<UUID, TicketView> shown, Locale locale) {
        TicketView ticket = came.ticket() == null ? null : shown.get(came.ticket());
        if (came.refused() == null) {
            return new ActResult(came.key(), came.outcome(), null, null, ticket);
        }
        UserError told = messages.userError(came.refused().bad(), locale);
        return new ActResult(came.key(), came.outcome(), told.code(), told.message(), ticket);
    }
}
