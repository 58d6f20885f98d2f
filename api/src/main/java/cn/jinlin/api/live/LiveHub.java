package cn.jinlin.api.live;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Brings what was committed, on whichever node, to the followers on this one.
///
/// PostgreSQL itself wakes the nodes. A second messenger would tell nothing that does not have to be read from the record
/// anyway before it is told in order, and there would be two ways to be wrong when one of them is away.
@Component
class LiveHub implements SmartLifecycle {

    private final LiveRecords records;
    private final LiveProperties properties;
    private final RecordWatch watch;
    private final Map<String, Set<LiveFollower>> followers = new ConcurrentHashMap<>();
    private @Nullable String since;

    LiveHub(LiveRecords records, LiveProperties properties, DataSource dataSource) {
        this.records = records;
        this.properties = properties;
        this.watch = new RecordWatch("live", List.of("live_event"), dataSource, this::look);
    }

    /// From now on the follower hears of everything beyond the position; what was committed before is read by the
    /// caller, after this.
    LiveFollower join(String topic, long from) {
        var follower = new LiveFollower(topic, from, properties.buffer());
        followers.compute(topic, (_, present) -> {
            Set<LiveFollower> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(follower);
            return all;
        });
        return follower;
    }

    void leave(LiveFollower follower) {
        followers.computeIfPresent(follower.topic(), (_, present) -> {
            present.remove(follower);
            return present.isEmpty() ? null : present;
        });
    }

    int countFollowers() {
        return followers.values().stream().mapToInt(Set::size).sum();
    }

    private boolean look() {
        since = records.tell(Objects.requireNonNull(since), this::tell);
        return true;
    }

    private void tell(LiveEvent event) {
        for (LiveFollower follower : followers.getOrDefault(event.topic(), Set.of())) {
            if (!follower.offer(event)) {
                leave(follower);
            }
        }
    }

    @Override
    public void start() {
        since = records.now();
        watch.start();
    }

    @Override
    public void stop() {
        watch.stop();
    }

    @Override
    public boolean isRunning() {
        return watch.isRunning();
    }

    /// Before the server opens: nobody joins whom it would not hear for.
    @Override
    public int getPhase() {
        return 0;
    }
}
