package cn.jinlin.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import cn.jinlin.engines.EngineName;
import cn.jinlin.engines.EngineSettings;
import cn.jinlin.engines.Engines;
import org.jspecify.annotations.Nullable;

/// The engines that a command works on: those that the environment names, those of a running start, or its own.
final class Backends implements AutoCloseable {
    private final Map<String, String> properties;
    private final @Nullable Engines engines;
    private final DataFolder.@Nullable Hold hold;
    private final DataFolder data;

    private Backends(Map<String, String> properties, @Nullable Engines engines, DataFolder.@Nullable Hold hold,
            DataFolder data) {
        this.properties = properties;
        this.engines = engines;
        this.hold = hold;
        this.data = data;
    }

    /// Engines for the length of one command.
    ///
    /// @param needed those that the command cannot do without
    static Backends forCommand(DataFolder data, Set<EngineName> needed, Screen screen) {
        Set<EngineName> missing = OutsideEngines.ofThisProcess().missing();
        missing.retainAll(needed);
        if (missing.isEmpty()) {
            return new Backends(Map.of(), null, null, data);
        }
        try {
            Optional<DataFolder.Hold> hold = data.findHold(screen.text("purpose.command"));
            if (hold.isPresent()) {
                return started(data, hold.get(), missing, screen);
            }
            Map<String, String> running = data.facts()
                    .find()
                    .orElseThrow(() -> screen.failure("data.busy", data.path(), data.holder()));
            screen.say("engines.running", data.holder());
            return new Backends(running, null, null, data);
        } catch (IOException e) {
            throw screen.failure("data.unusable", data.path(), e.toString());
        }
    }

    /// Engines for a start, which tells other commands how to reach them.
    static Backends forStart(DataFolder data, Screen screen) {
        try {
            DataFolder.Hold hold = data.findHold("start")
                    .orElseThrow(() -> screen.failure("data.busy", data.path(), data.holder()));
            data.facts().remove();
            Backends backends = started(data, hold, OutsideEngines.ofThisProcess().missing(), screen);
            data.facts().write(backends.properties);
            return backends;
        } catch (IOException e) {
            throw screen.failure("data.unusable", data.path(), e.toString());
        }
    }

    private static Backends started(DataFolder data, DataFolder.Hold hold, Set<EngineName> missing, Screen screen) {
        try {
            Engines engines = Engines.start(EngineSettings.in(data.path()), missing, new EngineReport(screen));
            return new Backends(properties(engines, missing), engines, hold, data);
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    private static Map<String, String> properties(Engines engines, Set<EngineName> ours) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (ours.contains(EngineName.POSTGRES)) {
            properties.put("spring.datasource.url", engines.postgres().jdbcUrl());
            properties.put("spring.datasource.username", engines.postgres().user());
            properties.put("spring.datasource.password", engines.postgres().password());
        }
        if (ours.contains(EngineName.REDIS)) {
            properties.put("spring.data.redis.host", engines.redis().host());
            properties.put("spring.data.redis.port", Integer.toString(engines.redis().port()));
        }
        if (ours.contains(EngineName.ELASTICSEARCH)) {
            properties.put("jinlin.elasticsearch.uris", engines.elasticsearch().url());
        }
        return properties;
    }

    /// The configuration properties that lead to the engines run here; outside ones are in the environment already.
    Map<String, String> properties() {
        return properties;
    }

    Optional<Engines> findOwn() {
        return Optional.ofNullable(engines);
    }

    @Override
    public void close() {
        try {
            if (engines != null) {
                data.facts().remove();
                engines.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (hold != null) {
                hold.close();
            }
        }
    }
}
