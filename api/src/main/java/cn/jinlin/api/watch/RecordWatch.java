package cn.jinlin.api.watch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/// Does some work whenever the record says that it changed. One thread a node; what it does must bear being done by
/// several nodes at once, and again.
///
/// It sleeps until PostgreSQL notifies it of a commit, and looks once a second anyway, so that a lost notification or an
/// engine that came back needs nobody's help.
public final class RecordWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecordWatch.class);
    private static final int LOOK_EVERY_MILLIS = 1000;

    private final String name;
    private final List<String> channels;
    private final DataSource dataSource;
    private final Work work;
    private volatile @Nullable Thread thread;

    /// @param name of the thread
    /// @param channels of PostgreSQL's `notify`; plain identifiers
    public RecordWatch(String name, List<String> channels, DataSource dataSource, Work work) {
        this.name = name;
        this.channels = channels;
        this.dataSource = dataSource;
        this.work = work;
    }

    /// What is done at the start, at every notification, and once a second.
    @FunctionalInterface
    public interface Work {

        /// @return false when it could not be done now, whatever is notified; it is tried again in a second
        boolean look();
    }

    @Override
    public void start() {
        Thread fresh = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        // Known before it runs: it ends where it does not find itself known.
        thread = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try (Connection connection = ownConnection()) {
                listen(connection);
            } catch (SQLException | DataAccessException recordAway) {
                log.warn("The record does not answer; {} waits: {}", name, recordAway.getMessage());
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unexpected) {
                if (!isRunning()) {
                    return;
                }
                log.error("{} stumbled and goes on", name, unexpected);
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            for (String channel : channels) {
                statement.execute("listen " + channel);
            }
            PGConnection notifications = connection.unwrap(PGConnection.class);
            try {
                while (isRunning()) {
                    if (work.look()) {
                        notifications.getNotifications(LOOK_EVERY_MILLIS);
                    } else {
                        Thread.sleep(LOOK_EVERY_MILLIS);
                    }
                }
            } finally {
                // Where the connection goes back to a pool, nobody would read what it goes on hearing.
                statement.execute("unlisten *");
            }
        }
    }

    /// Held for as long as the node runs, so not one of the few that requests share.
    private Connection ownConnection() throws SQLException {
        if (!dataSource.isWrapperFor(HikariDataSource.class)) {
            return dataSource.getConnection();
        }
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("tcpKeepAlive", "true");
        if (pool.getPassword() != null) {
            properties.setProperty("password", pool.getPassword());
        }
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
