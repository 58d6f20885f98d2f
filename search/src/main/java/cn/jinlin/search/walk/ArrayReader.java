package cn.jinlin.search.walk;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Reads arrays as [ArrayWriter] writes them.
final class ArrayReader {

    private static final int PIECE = 1 << 15;

    private final DataInputStream in;
    private final byte[] piece = new byte[PIECE];

    ArrayReader(DataInputStream in) {
        this.in = in;
    }

    int[] ints(int count) throws IOException {
        int[] values = new int[count];
        for (int done = 0; done < count;) {
            int some = Math.min(count - done, PIECE / Integer.BYTES);
            in.readFully(piece, 0, some * Integer.BYTES);
            ByteBuffer.wrap(piece).asIntBuffer().get(values, done, some);
            done += some;
        }
        return values;
    }

    long[] longs(int count) throws IOException {
        long[] values = new long[count];
        for (int done = 0; done < count;) {
            int some = Math.min(count - done, PIECE / Long.BYTES);
            in.readFully(piece, 0, some * Long.BYTES);
            ByteBuffer.wrap(piece).asLongBuffer().get(values, done, some);
            done += some;
        }
        return values;
    }
}
