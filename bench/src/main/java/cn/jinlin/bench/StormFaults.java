package cn.jinlin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import cn.jinlin.engines.Engine;
import cn.jinlin.engines.Engines;

/// Kills at random, as `kill -9` does: each engine once, a node of the service, and PostgreSQL once more. What was killed
/// comes back after a moment while the storm goes on.
final class StormFaults {

    private static final int MIDST = 20;

    private final Engines engines;
    private final List<ServiceProcess> nodes;
    private final LongSupplier acknowledged;
    private final Random random;
    private final List<String> killed = Collections.synchronizedList(new ArrayList<>());

    /// @param acknowledged so many acts residents were told of as done
    StormFaults(Engines engines, List<ServiceProcess> nodes, LongSupplier acknowledged, Random random) {
        this.engines = engines;
        this.acknowledged = acknowledged;
        this.nodes = nodes;
        this.random = random;
    }

    /// Something that can be killed and brought back.
    private record Target(String name, Act kill, Act start) {}

    @FunctionalInterface
    private interface Act {
        void run() throws IOException, InterruptedException;
    }

    /// Returns once everything runs again.
    void run() throws InterruptedException {
        List<Target> targets = new ArrayList<>(List.of(engine(engines.redis()), engine(engines.elasticsearch()),
                engine(engines.postgres()), node()));
        Collections.shuffle(targets, random);
        targets.add(engine(engines.postgres()));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> returning = new ArrayList<>();
            for (Target target : targets) {
                pause(1000, 4000);
                awaitMidst();
                target.kill().run();
                killed.add(target.name());
                Future<?> back = pool.submit(() -> {
                    pause(0, 1000);
                    target.start().run();
                    return null;
                });
                returning.add(back);
                if (target.name().equals(engines.postgres().name().title())) {
                    // Without a record nothing happens that a further kill could disturb.
                    await(back);
                }
            }
            for (Future<?> back : returning) {
                await(back);
            }
        } catch (IOException failed) {
            throw new IllegalStateException("Could not kill", failed);
        }
        pause(1000, 2000);
    }

    /// Kills in the midst of work, where there is any within half a minute.
    private void awaitMidst() throws InterruptedException {
        long before = acknowledged.getAsLong();
        for (int tries = 0; tries < 300 && acknowledged.getAsLong() < before + MIDST; tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static Target engine(Engine engine) {
        return new Target(engine.name().title(), engine::kill, engine::start);
    }

    private Target node() {
        int which = random.nextInt(nodes.size());
        ServiceProcess node = nodes.get(which);
        return new Target("api " + (which + 1), node::kill, node::startAgain);
    }

    private void pause(int from, int to) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(from, to));
    }

    private static void await(Future<?> back) throws InterruptedException {
        try {
            back.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Did not come back", failed.getCause());
        }
    }

    /// What was killed, in that order.
    List<String> killed() {
        return List.copyOf(killed);
    }
}
