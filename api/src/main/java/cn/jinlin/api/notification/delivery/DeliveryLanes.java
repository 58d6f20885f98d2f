package cn.jinlin.api.notification.delivery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

import cn.jinlin.api.notification.NotificationProperties;
import cn.jinlin.api.notification.channel.Channel;
import cn.jinlin.api.notification.channel.NotificationChannel;
import cn.jinlin.api.watch.RecordWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The node's workers: a bounded number for each way, so that one that hangs holds up no other. All nodes share the work.
@Component
class DeliveryLanes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLanes.class);

    private final Deliverer deliverer;
    private final RecordWatch watch;
    private final int lanes;
    private final Map<NotificationChannel, Semaphore> free = new EnumMap<>(NotificationChannel.class);

    DeliveryLanes(Deliverer deliverer, NotificationProperties properties, DataSource dataSource) {
        this.deliverer = deliverer;
        this.watch = new RecordWatch("notifier", List.of("notification_delivery"), dataSource, this::look);
        this.lanes = properties.lanes();
        deliverer.channels().forEach(channel -> free.put(channel.name(), new Semaphore(lanes)));
    }

    /// One more lane for each way that has one free; it ends when nothing is due.
    private boolean look() {
        for (Channel channel : deliverer.channels()) {
            Semaphore permits = Objects.requireNonNull(free.get(channel.name()));
            if (permits.tryAcquire()) {
                Thread.ofVirtual().name("notifier").start(() -> work(channel, permits));
            }
        }
        return true;
    }

    private void work(Channel channel, Semaphore permits) {
        try {
            boolean isDue = true;
            while (isDue) {
                isDue = isRunning() && deliverer.deliverNext(channel);
            }
        } catch (DataAccessException recordAway) {
            log.warn("The record does not answer; deliveries by {} wait", channel.name());
        } finally {
            permits.release();
        }
    }

    /// Whether nothing is being sent.
    boolean isIdle() {
        return free.values().stream().allMatch(permits -> permits.availablePermits() == lanes);
    }

    @Override
    public void start() {
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
}
