package cn.jinlin.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A table that tests write a line into, to look for it after a crash.
final class Ledger {
    private final String url;
    private final String user;
    private final String password;

    Ledger(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    Ledger(PostgresEngine postgres) {
        this(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    void write(String line) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS ledger (line text NOT NULL)");
            statement.execute("INSERT INTO ledger VALUES ('" + line + "')");
        }
    }

    List<String> lines() throws SQLException {
        return column("SELECT line FROM ledger");
    }

    List<String> column(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    void run(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
