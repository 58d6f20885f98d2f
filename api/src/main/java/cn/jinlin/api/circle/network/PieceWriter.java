package cn.jinlin.api.circle.network;

import java.io.OutputStream;
import java.util.Arrays;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes a network into the record piece by piece: each write is a row.
final class PieceWriter extends OutputStream {

    static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;
    private final int version;
    private int seq;

    PieceWriter(JdbcClient jdbc, int version) {
        this.jdbc = jdbc;
        this.version = version;
    }

    @Override
    public void write(int one) {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int from = 0; from < length; from += PIECE) {
            int to = Math.min(length, from + PIECE);
            jdbc.sql("insert into walk_network_piece (version, seq, bytes) values (?, ?, ?)")
                    .params(version, seq++, Arrays.copyOfRange(bytes, offset + from, offset + to))
                    .update();
        }
    }
}
