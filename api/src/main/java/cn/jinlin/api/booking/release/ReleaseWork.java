package cn.jinlin.api.booking.release;

import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.booking.offer.SlotRelease;
import cn.jinlin.api.booking.offer.SlotsMade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Commits to a seed as soon as slots are made, and draws when their hour has come. Every node looks; the row is locked by
/// the one that draws.
@Component
class ReleaseWork {

    private static final Logger log = LoggerFactory.getLogger(ReleaseWork.class);

    private final Releases releases;
    private final Drawing drawing;
    private final Services services;
    private final TransactionTemplate transaction;

    ReleaseWork(Releases releases, Drawing drawing, Services services, TransactionTemplate transaction) {
        this.releases = releases;
        this.drawing = drawing;
        this.services = services;
        this.transaction = transaction;
    }

    @EventListener
    void prepare(SlotsMade made) {
        services.findById(made.service())
                .filter(service -> service.release() != SlotRelease.AT_ONCE)
                .ifPresent(service -> releases.prepare(service.id(), service.release()));
    }

    /// Draws all whose hour has come.
    boolean look() {
        try {
            while (drawNext() && !Thread.currentThread().isInterrupted()) {
                // The next one.
            }
        } catch (RuntimeException failed) {
            log.error("A release cannot be drawn; it is tried again", failed);
            return false;
        }
        return true;
    }

    private boolean drawNext() {
        return Boolean.TRUE.equals(transaction.execute(_ -> releases.findDueLocked().map(drawing::draw).isPresent()));
    }
}
