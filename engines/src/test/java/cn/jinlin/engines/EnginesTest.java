package cn.jinlin.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnginesTest {
    @Test
    void postgres_takes_its_owner_by_password_and_lets_them_create_the_extensions_we_use() throws SQLException {
        TestPostgres postgres = TestEngines.postgres();
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(),
                postgres.password()); Statement statement = connection.createStatement()) {
            for (String extension : new String[]{"btree_gist", "pg_trgm", "pgcrypto", "citext"}) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
            }
            try (var rows = statement.executeQuery("SHOW fsync")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("on");
            }
        }
        assertThat(TestEngines.applicationProperties()).hasSize(6);
    }
}
