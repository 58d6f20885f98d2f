package cn.jinlin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.security.Subject;
import cn.jinlin.engines.EngineListener;
import cn.jinlin.engines.EngineSettings;
import cn.jinlin.engines.Engines;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Live updates: one event to many connected clients on two nodes, from the commit to the last client.
@Command(name = "live", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "One message to a person who follows on many clients, half of them on each of two nodes.",
    "Baseline: one Redis publish to as many subscribed connections."})
final class LiveBench implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 60;

    @Option(names = "--clients", defaultValue = "1000", paramLabel = "N", description = "Connected clients. Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--rounds", defaultValue = "15", paramLabel = "N", description = "Events a side. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var table = new Table(new PrintStream(System.out, true, StandardCharsets.UTF_8), "clients");
        Path folder = Files.createTempDirectory("jinlin-bench");
        try (Engines engines = Engines.start(EngineSettings.in(folder.resolve("data")), EngineListener.SILENT);
                ServiceProcess one = ServiceProcess.start(engines, folder.resolve("bench.log"));
                ServiceProcess two = ServiceProcess.start(engines, folder.resolve("bench.log"));
                ConfigurableApplicationContext sender = QuietNode.start(engines)) {
            measure(engines, List.of(one, two), sender, table);
        } finally {
            Folders.delete(folder);
        }
        table.print();
        return 0;
    }

    private void measure(Engines engines, List<ServiceProcess> nodes, ConfigurableApplicationContext sender,
            Table table) throws IOException, InterruptedException {
        var person = new Subject(Subject.Kind.RESIDENT, UUID.randomUUID());
        var notifications = sender.getBean(Notifications.class);
        String token = QuietNode.token(sender, person);
        List<LiveSubscriber> subscribers = new ArrayList<>();
        RedisClient redis = RedisClient
                .create(RedisURI.create(engines.redis().host(), engines.redis().port()));
        try {
            for (int number = 0; number < clients; number++) {
                subscribers.add(new LiveSubscriber(nodes.get(number % nodes.size()).address(), token));
            }
            List<StatefulRedisPubSubConnection<String, String>> plain = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                plain.add(redis.connectPubSub());
                plain.getLast().sync().subscribe("bench");
            }
            var publisher = redis.connect();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                ours.add(millis(subscribers, () -> notifications.send(person, "account.new_device",
                        Map.of("device", "bench", "signedInAt", "2026-01-01T00:00:00Z"))));
                theirs.add(plainMillis(plain, () -> publisher.sync().publish("bench", "bench")));
            }
            ours.sort(null);
            theirs.sort(null);
            table.add(clients, "event to all clients on two nodes, median : Redis publish", "ms",
                    new Contest.Sides(ours.get(rounds / 2), theirs.get(rounds / 2)), "");
            table.add(clients, "event to all clients on two nodes, longest",
                    String.format(Locale.ROOT, "%.0f ms", ours.getLast()), "< 1,000 ms");
            for (ServiceProcess node : nodes) {
                table.add(clients / nodes.size(), "live heap of a node", node.liveHeapMegabytes() + " MiB", "");
            }
        } finally {
            subscribers.forEach(LiveSubscriber::close);
            redis.shutdown();
        }
    }

    private static double millis(List<LiveSubscriber> subscribers, Runnable act) throws InterruptedException {
        var all = new CountDownLatch(subscribers.size());
        subscribers.forEach(subscriber -> subscriber.expect(all));
        return until(all, act);
    }

    private static double plainMillis(List<StatefulRedisPubSubConnection<String, String>> connections, Runnable act)
            throws InterruptedException {
        var all = new CountDownLatch(connections.size());
        var listener = new RedisPubSubAdapter<String, String>() {
            @Override
            public void message(String channel, String message) {
                all.countDown();
            }
        };
        connections.forEach(connection -> connection.addListener(listener));
        try {
            return until(all, act);
        } finally {
            connections.forEach(connection -> connection.removeListener(listener));
        }
    }

    private static double until(CountDownLatch all, Runnable act) throws InterruptedException {
        long start = System.nanoTime();
        act.run();
        if (!all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(all.getCount() + " clients heard nothing");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
