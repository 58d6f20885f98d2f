package cn.jinlin.api.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// The rows of a chain, in order, as PostgreSQL's binary COPY sends them: one row at a time is in memory.
///
/// The arrays are the same for every row and are overwritten by the next.
final class JournalRows implements AutoCloseable {

    private static final int SIGNATURE_BYTES = 11;
    private static final int FLAG_BYTES = 8;
    /// PostgreSQL counts from 2000-01-01.
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private final CopyOut copy;
    private boolean begun;
    long number;
    long id;
    long micros;
    final byte[] kind = new byte[Link.KIND_BYTES];
    int kindLength;
    final byte[] digest = new byte[Link.HASH_BYTES];
    final byte[] previous = new byte[Link.HASH_BYTES];
    final byte[] hash = new byte[Link.HASH_BYTES];
    /// Whether all fields have the lengths they were written with.
    boolean wellFormed;
    boolean erased;
    byte[] salt = new byte[0];
    byte[] payload = new byte[0];

    private JournalRows(CopyOut copy) {
        this.copy = copy;
    }

    /// @param journal a name that was checked
    static JournalRows open(Connection connection, String journal, long from, long to) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Both tables in the order of their keys, side by side: nothing is sorted or held.
            statement.execute("set local enable_hashjoin = off");
            statement.execute("set local enable_sort = off");
            statement.execute("set local enable_nestloop = off");
        }
        return new JournalRows(connection.unwrap(PGConnection.class).getCopyAPI().copyOut("""
                copy (select e.number, e.id, e.at, e.kind, e.digest, e.previous, e.hash, p.salt, p.payload
                      from (select * from journal_entry where journal = '%1$s' and number between %2$d and %3$d
                            order by number) e
                      left join (select * from journal_payload where journal = '%1$s' and number between %2$d and %3$d
                            order by number) p on p.number = e.number
                      order by e.number) to stdout (format binary)""".formatted(journal, from, to)));
    }

    boolean next() throws SQLException {
        byte[] bytes = copy.readFromCopy();
        if (bytes == null) {
            return false;
        }
        ByteBuffer row = ByteBuffer.wrap(bytes);
        if (!begun) {
            begun = true;
            row.position(SIGNATURE_BYTES + FLAG_BYTES);
            if (!row.hasRemaining()) {
                return next();
            }
        }
        if (row.getShort() < 0) {
            return false;
        }
        read(row);
        return true;
    }

    private void read(ByteBuffer row) {
        wellFormed = true;
        number = longField(row);
        id = longField(row);
        micros = longField(row) + EPOCH_MICROS;
        kindLength = row.getInt();
        if (kindLength > kind.length) {
            wellFormed = false;
            row.position(row.position() + kindLength);
            kindLength = 0;
        } else {
            row.get(kind, 0, kindLength);
        }
        hashField(row, digest);
        hashField(row, previous);
        hashField(row, hash);
        int saltLength = row.getInt();
        erased = saltLength < 0;
        salt = field(row, saltLength);
        payload = field(row, row.getInt());
    }

    private static long longField(ByteBuffer row) {
        row.getInt();
        return row.getLong();
    }

    private void hashField(ByteBuffer row, byte[] into) {
        int length = row.getInt();
        if (length == into.length) {
            row.get(into);
        } else {
            wellFormed = false;
            Arrays.fill(into, (byte) 0);
            row.position(row.position() + Math.max(length, 0));
        }
    }

    private static byte[] field(ByteBuffer row, int length) {
        byte[] bytes = new byte[Math.max(length, 0)];
        row.get(bytes);
        return bytes;
    }

    /// Takes what is left: a connection that is given back in the middle of a COPY confuses who gets it next, and to cancel
    /// one that has just ended hits what comes after it.
    @Override
    public void close() throws SQLException {
        while (copy.isActive() && copy.readFromCopy() != null) {
            // Nobody wants it.
        }
    }
}
