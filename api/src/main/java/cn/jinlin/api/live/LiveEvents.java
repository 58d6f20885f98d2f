package cn.jinlin.api.live;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import cn.jinlin.api.graphql.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// The door to live events. Whether somebody may follow a topic is for the caller to decide.
@Service
public class LiveEvents {

    private static final int MOST_CHARACTERS = 4_000;
    /// Events taken ahead of a follower that waits for the record or the wire.
    private static final int AHEAD = 16;

    private final LiveRecords records;
    private final LivePublishing publishing;
    private final LiveHub hub;
    private final LiveProperties properties;
    private final Scheduler scheduler = Schedulers
            .fromExecutorService(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("live-", 0).factory()));

    LiveEvents(LiveRecords records, LivePublishing publishing, LiveHub hub, LiveProperties properties) {
        this.records = records;
        this.publishing = publishing;
        this.hub = hub;
        this.properties = properties;
    }

    /// Tells everybody who follows the topic, once the caller's transaction has committed and never otherwise.
    ///
    /// The events of a transaction are written as its last act; not to be called by what itself runs just before the
    /// commit.
    ///
    /// @param topic `domain:whatever`, at most 200 characters
    /// @param payload ids, at most 4,000 characters; nothing personal
    public void publish(String topic, String payload) {
        if (topic.length() > 200 || payload.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("Too long for a live event");
        }
        publishing.add(new LiveRecords.Written(topic, payload));
    }

    /// The cursor after the newest event of a topic.
    public String cursor(String topic) {
        return LiveCursor.write(records.extent(topic).last());
    }

    /// The events of a topic as they come, each on a thread that may wait. Ends with an error where the follower falls
    /// too far behind.
    ///
    /// @param after cursor of the last event seen; null for what comes from now on
    /// @throws BadInput when the cursor is none, or what followed it is not kept any more
    public Flux<LiveEvent> follow(String topic, @Nullable String after) {
        LiveRecords.Extent extent = records.extent(topic);
        long from = after == null ? extent.last() : LiveCursor.read("after", after);
        if (from < extent.forgottenTo() || from > extent.last() || extent.last() - from > properties.replay()) {
            throw new BadInput("after", "CURSOR_TOO_OLD");
        }
        return Flux.defer(() -> follow(topic, from));
    }

    private Flux<LiveEvent> follow(String topic, long from) {
        LiveFollower follower = hub.join(topic, from);
        var seen = new AtomicLong(from);
        // Joined first, read then: what commits in between comes both ways, and once only to the follower.
        return Flux.defer(() -> Flux.fromIterable(missed(topic, from)))
                .concatWith(follower.events())
                .publishOn(scheduler, AHEAD)
                .filter(event -> isNext(event, seen))
                .doFinally(_ -> hub.leave(follower));
    }

    private List<LiveEvent> missed(String topic, long from) {
        return records.list(topic, from, properties.replay() + properties.buffer());
    }

    private static boolean isNext(LiveEvent event, AtomicLong seen) {
        if (event.position() > seen.get() + 1) {
            // More was missed than is read again at once: to go on after the last cursor mends it.
            throw new SlowClientException();
        }
        return seen.compareAndSet(event.position() - 1, event.position());
    }

    /// Forgets a topic and its events for good, as when the person it belongs to is erased.
    public void forget(String topic) {
        records.forget(topic);
    }
}
