package cn.jinlin.search.walk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes arrays big-endian in pieces.
final class ArrayWriter {

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 15);

    ArrayWriter(OutputStream out) {
        this.out = out;
    }

    void write(int[] values) throws IOException {
        for (int value : values) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.putInt(value);
        }
        flush();
    }

    void write(long[] values) throws IOException {
        for (long value : values) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.putLong(value);
        }
        flush();
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
