package cn.jinlin.search.walk;

import java.util.Arrays;

/// Shape points written as differences in ten-millionths of a degree, one to five bytes each: most points lie within
/// metres of the one before.
final class ShapeBytes {

    private byte[] bytes = new byte[1024];
    private int size;

    int size() {
        return size;
    }

    byte[] trimmed() {
        return Arrays.copyOf(bytes, size);
    }

    /// Appends `e7` pairs as differences from the point (lat, lon) on.
    void append(int lat, int lon, int[] e7) {
        int lastLat = lat;
        int lastLon = lon;
        for (int i = 0; i < e7.length; i += 2) {
            write(e7[i] - lastLat);
            write(e7[i + 1] - lastLon);
            lastLat = e7[i];
            lastLon = e7[i + 1];
        }
    }

    /// Reads the pairs written between `start` and `end`.
    static int[] read(byte[] bytes, int start, int end, int lat, int lon) {
        int[] values = new int[count(bytes, start, end)];
        int lastLat = lat;
        int lastLon = lon;
        int at = start;
        for (int i = 0; i < values.length; i++) {
            int shift = 0;
            int coded = 0;
            byte b;
            do {
                b = bytes[at++];
                coded |= (b & 0x7F) << shift;
                shift += 7;
            } while (b < 0);
            int difference = (coded >>> 1) ^ -(coded & 1);
            if ((i & 1) == 0) {
                lastLat += difference;
                values[i] = lastLat;
            } else {
                lastLon += difference;
                values[i] = lastLon;
            }
        }
        return values;
    }

    int[] read(int start, int end, int lat, int lon) {
        return read(bytes, start, end, lat, lon);
    }

    private static int count(byte[] bytes, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] >= 0) {
                count++;
            }
        }
        return count;
    }

    private void write(int difference) {
        if (size + 5 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + 5, bytes.length + (bytes.length >> 1)));
        }
        int coded = (difference << 1) ^ (difference >> 31);
        while ((coded & ~0x7F) != 0) {
            bytes[size++] = (byte) (coded | 0x80);
            coded >>>= 7;
        }
        bytes[size++] = (byte) coded;
    }
}
