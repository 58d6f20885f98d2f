package cn.jinlin.api.circle.network;

import java.io.InputStream;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads a network from the record piece by piece.
final class PieceReader extends InputStream {

    private final JdbcClient jdbc;
    private final int version;
    private int seq;
    private byte[] piece = new byte[0];
    private int at;

    PieceReader(JdbcClient jdbc, int version) {
        this.jdbc = jdbc;
        this.version = version;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : piece[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean isAtEnd() {
        while (at == piece.length) {
            var next = jdbc.sql("select bytes from walk_network_piece where version = ? and seq = ?")
                    .params(version, seq++)
                    .query((row, _) -> row.getBytes(1))
                    .optional();
            if (next.isEmpty()) {
                return true;
            }
            piece = next.get();
            at = 0;
        }
        return false;
    }
}
