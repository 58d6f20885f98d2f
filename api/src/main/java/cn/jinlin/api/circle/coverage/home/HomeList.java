package cn.jinlin.api.circle.coverage.home;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Collects homes in growing arrays.
final class HomeList {

    private double[] lats = new double[1024];
    private double[] lons = new double[1024];
    private int[] residents = new int[1024];
    private int[] neighbourhoods = new int[1024];
    private int[] subdistricts = new int[1024];
    private final Numbers neighbourhoodNumbers = new Numbers();
    private final Numbers subdistrictNumbers = new Numbers();
    private int size;

    /// Small numbers for the areas, in the order in which they are met.
    private static final class Numbers {

        private final Map<Long, Integer> numbers = new HashMap<>();
        private final List<Long> ids = new ArrayList<>();

        int of(@Nullable Long id) {
            return id == null ? Homes.NONE : numbers.computeIfAbsent(id, fresh -> {
                ids.add(fresh);
                return ids.size() - 1;
            });
        }
    }

    void add(double lat, double lon, int people, @Nullable Long neighbourhood, @Nullable Long subdistrict) {
        if (size == lats.length) {
            int more = size * 2;
            lats = Arrays.copyOf(lats, more);
            lons = Arrays.copyOf(lons, more);
            residents = Arrays.copyOf(residents, more);
            neighbourhoods = Arrays.copyOf(neighbourhoods, more);
            subdistricts = Arrays.copyOf(subdistricts, more);
        }
        lats[size] = lat;
        lons[size] = lon;
        residents[size] = people;
        neighbourhoods[size] = neighbourhoodNumbers.of(neighbourhood);
        subdistricts[size++] = subdistrictNumbers.of(subdistrict);
    }

    double[] lats() {
        return Arrays.copyOf(lats, size);
    }

    double[] lons() {
        return Arrays.copyOf(lons, size);
    }

    int[] residents() {
        return Arrays.copyOf(residents, size);
    }

    int[] neighbourhoods() {
        return Arrays.copyOf(neighbourhoods, size);
    }

    int[] subdistricts() {
        return Arrays.copyOf(subdistricts, size);
    }

    List<Long> neighbourhoodIds() {
        return List.copyOf(neighbourhoodNumbers.ids);
    }

    List<Long> subdistrictIds() {
        return List.copyOf(subdistrictNumbers.ids);
    }
}
