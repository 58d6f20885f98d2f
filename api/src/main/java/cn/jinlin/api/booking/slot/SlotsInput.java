package cn.jinlin.api.booking.slot;

import java.time.LocalDate;
import java.util.List;

import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.region.PointInput;
import org.jspecify.annotations.Nullable;

/// Which slots are asked for.
record SlotsInput(String service, @Nullable List<String> facilities, @Nullable PointInput near,
        @Nullable Walker profile, LocalDate from, LocalDate to, @Nullable Integer party, @Nullable Boolean priority) {

    int wantedParty() {
        return party == null ? 1 : party;
    }

    boolean wantsPriority() {
        return priority != null && priority;
    }

    /// Tells no place: where somebody stands belongs in no log.
    @Override
    public String toString() {
        return "SlotsInput[" + service + ']';
    }
}
