package cn.jinlin.search.walk.osm;

import java.util.Arrays;

/// Ints in a growing array.
final class IntList {

    private int[] values = new int[1 << 10];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }
}
