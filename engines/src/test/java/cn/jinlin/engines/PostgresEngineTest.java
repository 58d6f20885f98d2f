package cn.jinlin.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresEngineTest {
    @TempDir
    Path data;

    private PostgresEngine postgres;

    @BeforeEach
    void start() {
        postgres = new PostgresEngine(TestSettings.in(data), EngineListener.SILENT);
        postgres.start();
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void writes_through_to_disk() throws SQLException {
        assertThat(new Ledger(postgres).column("SHOW fsync")).containsExactly("on");
    }

    @Test
    void lets_the_owner_create_the_extensions_that_the_portal_uses_without_being_superuser() throws SQLException {
        Ledger ledger = new Ledger(postgres);
        for (String extension : new String[]{"btree_gist", "pg_trgm", "pgcrypto", "citext"}) {
            ledger.run("CREATE EXTENSION " + extension);
        }
        assertThat(ledger.column("SELECT current_setting('is_superuser')")).containsExactly("off");
    }

    @Test
    void knows_upper_and_lower_case_beyond_ascii() throws SQLException {
        assertThat(new Ledger(postgres).column("SELECT lower('ÄＡТ')")).containsExactly("äａт");
    }

    @Test
    void keeps_its_password_to_itself() throws IOException {
        var permissions = Files.getPosixFilePermissions(data.resolve("postgres").resolve("password"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void comes_back_on_the_same_port_after_a_crash_with_all_that_was_committed() throws SQLException {
        int port = postgres.port();
        new Ledger(postgres).write("before the crash");
        postgres.kill();
        assertThat(postgres.isRunning()).isFalse();

        postgres.start();

        assertThat(postgres.port()).isEqualTo(port);
        assertThat(new Ledger(postgres).lines()).containsExactly("before the crash");
    }

    @Test
    void is_not_kept_from_starting_by_a_lock_whose_number_belongs_to_somebody_else_by_now() throws IOException {
        postgres.kill();
        Path lock = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        assertThat(lock).exists();
        Files.writeString(lock, ProcessHandle.current().pid() + Files.readString(lock).replaceFirst("^\\d+", ""));

        postgres.start();

        assertThat(postgres.isRunning()).isTrue();
    }

    @Test
    void moves_to_another_port_when_its_own_was_taken_meanwhile() throws IOException, SQLException {
        int port = postgres.port();
        postgres.close();
        try (ServerSocket squatter = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            postgres.start();
            assertThat(postgres.port()).isNotEqualTo(squatter.getLocalPort());
            assertThat(new Ledger(postgres).column("SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void makes_the_store_anew_when_its_making_was_cut_short() throws IOException {
        postgres.close();
        Path home = data.resolve("postgres");
        Files.move(home.resolve("cluster"), home.resolve("cluster.new"));

        postgres.start();

        assertThat(postgres.isRunning()).isTrue();
    }
}
