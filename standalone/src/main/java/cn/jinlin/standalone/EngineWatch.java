package cn.jinlin.standalone;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import cn.jinlin.engines.Engine;
import cn.jinlin.engines.EngineException;
import cn.jinlin.engines.EngineName;
import cn.jinlin.engines.Engines;

/// Brings back an engine that ended by itself; the service bridges the gap on its own.
final class EngineWatch implements AutoCloseable {
    private static final int LOOK_EVERY_SECONDS = 10;

    private final Engines engines;
    private final Set<EngineName> ours;
    private final Screen screen;
    private final ScheduledExecutorService looking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("engine-watch").factory());

    private EngineWatch(Engines engines, Set<EngineName> ours, Screen screen) {
        this.engines = engines;
        this.ours = ours;
        this.screen = screen;
    }

    static EngineWatch over(Engines engines, Set<EngineName> ours, Screen screen) {
        EngineWatch watch = new EngineWatch(engines, ours, screen);
        var _ = watch.looking.scheduleWithFixedDelay(watch::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS,
                TimeUnit.SECONDS);
        return watch;
    }

    private void look() {
        for (Engine engine : engines.all()) {
            if (ours.contains(engine.name()) && !engine.isRunning()) {
                revive(engine);
            }
        }
    }

    private void revive(Engine engine) {
        screen.say("engine.died", engine.name().title());
        try {
            engine.start();
        } catch (EngineException e) {
            screen.say("engine.revival.failed", engine.name().title(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        looking.close();
    }
}
