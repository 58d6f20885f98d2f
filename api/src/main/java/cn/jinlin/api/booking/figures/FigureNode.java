package cn.jinlin.api.booking.figures;

import java.time.LocalDate;

import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.facility.FacilityNode;
import org.jspecify.annotations.Nullable;

/// A row of figures as a reader sees it.
record FigureNode(LocalDate month, @Nullable BookableService service, @Nullable FacilityNode facility,
        PublicFigures.Shown shown) {

    public @Nullable Integer booked() {
        return shown.booked();
    }

    public @Nullable Integer served() {
        return shown.served();
    }

    public @Nullable Integer missed() {
        return shown.missed();
    }

    public @Nullable Integer cancelled() {
        return shown.cancelled();
    }

    public @Nullable Double use() {
        return shown.use();
    }

    public @Nullable Double missedShare() {
        return shown.missedShare();
    }

    public @Nullable Integer waitMinutes() {
        return shown.waitMinutes();
    }

    public @Nullable Double leadDays() {
        return shown.leadDays();
    }

    public boolean hidden() {
        return shown.hidden();
    }
}
