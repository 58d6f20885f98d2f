package cn.jinlin.api.facility.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.UnreadableFacilityException;

/// All facilities in service, page by page, by id. The next page is read from the record while the last one is worked on.
final class InServicePages implements AutoCloseable {

    private static final int PAGE = 1000;

    private final Facilities facilities;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("read-ahead").factory());
    private final List<Long> unreadable = new ArrayList<>();
    private Future<List<Facility>> ahead;

    InServicePages(Facilities facilities) {
        this.facilities = facilities;
        this.ahead = reader.submit(() -> read(0));
    }

    /// @return the next page; empty after the last
    List<Facility> next() {
        List<Facility> page = await(ahead);
        if (!page.isEmpty()) {
            long last = page.getLast().id();
            ahead = reader.submit(() -> read(last));
        }
        return page;
    }

    /// Facilities left out because their rows cannot be read; complete after the last page.
    Collection<Long> unreadable() {
        return List.copyOf(unreadable);
    }

    private List<Facility> read(long after) {
        while (true) {
            try {
                return facilities.listInService(after, PAGE, unreadable);
            } catch (UnreadableFacilityException odd) {
                unreadable.add(odd.id());
            }
        }
    }

    private static List<Facility> await(Future<List<Facility>> page) {
        try {
            return page.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading the record", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The record could not be read", failed.getCause());
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
