package cn.jinlin.api.circle.coverage;

import java.util.Arrays;

import cn.jinlin.api.circle.coverage.home.Homes;
import cn.jinlin.search.walk.NearestMap;

/// Counts how far the residents of all homes walk: in one pass over the homes, and one more in the order of their walks
/// for the medians.
final class CoverageCount {

    private static final int NONE = Integer.MAX_VALUE;
    private static final int TENTHS_PER_MINUTE = 600;

    private final Homes homes;
    private final int promiseMinutes;
    private final int standardMetres;
    private final Tally whole = new Tally(1);
    private final Tally neighbourhoods;
    private final Tally subdistricts;
    private final int[] piecePeople;
    private final long[] pieceTenths;

    private CoverageCount(HomesOnFoot homes, int promiseMinutes, int standardMetres) {
        this.homes = homes.homes();
        this.promiseMinutes = promiseMinutes;
        this.standardMetres = standardMetres;
        neighbourhoods = new Tally(this.homes.neighbourhoodIds().size());
        subdistricts = new Tally(this.homes.subdistrictIds().size());
        piecePeople = new int[homes.squares().pieces()];
        pieceTenths = new long[homes.squares().pieces()];
    }

    /// The numbers of several areas of one kind.
    private static final class Tally {

        private final long[] residents;
        private final long[] within;
        private final long[] withinMetres;
        private final long[] without;
        private final long[] passed;
        private final int[] median;

        Tally(int areas) {
            residents = new long[areas];
            within = new long[areas];
            withinMetres = new long[areas];
            without = new long[areas];
            passed = new long[areas];
            median = new int[areas];
            Arrays.fill(median, NONE);
        }

        void add(int area, int people, boolean isWithin, boolean isWithinMetres, boolean isWithout) {
            if (area != Homes.NONE) {
                residents[area] += people;
                within[area] += isWithin ? people : 0;
                withinMetres[area] += isWithinMetres ? people : 0;
                without[area] += isWithout ? people : 0;
            }
        }

        /// Hears of walks in the order of their length.
        void pass(int area, int people, int tenths) {
            if (area != Homes.NONE) {
                passed[area] += people;
                if (median[area] == NONE && passed[area] * 2 >= residents[area]) {
                    median[area] = tenths;
                }
            }
        }
    }

    /// @param time nearest facilities in time
    /// @param length nearest facilities in metres, as far as the standard's metres
    static CoverageNumbers of(HomesOnFoot homes, NearestMap time, NearestMap length, int promiseMinutes,
            int standardMetres) {
        var count = new CoverageCount(homes, promiseMinutes, standardMetres);
        count.run(homes.attached(), homes.squares(), time, length);
        return new CoverageNumbers(count.summaries(count.whole)[0], count.summaries(count.neighbourhoods),
                count.summaries(count.subdistricts), count.piecePeople, count.pieceTenths);
    }

    private void run(AttachedHomes attached, HomeSquares squares, NearestMap time, NearestMap length) {
        int promise = promiseMinutes * TENTHS_PER_MINUTE;
        long[] walks = new long[homes.size()];
        int walking = 0;
        for (int home = 0; home < homes.size(); home++) {
            int tenths = NONE;
            boolean isWithinMetres = false;
            if (attached.isAttached(home)) {
                var at = attached.at(home);
                tenths = time.tenths(at).orElse(NONE);
                isWithinMetres = length.tenths(at).isPresent();
            }
            int people = homes.residents(home);
            boolean isWithout = tenths == NONE;
            boolean isWithin = tenths <= promise;
            whole.add(0, people, isWithin, isWithinMetres, isWithout);
            neighbourhoods.add(homes.neighbourhood(home), people, isWithin, isWithinMetres, isWithout);
            subdistricts.add(homes.subdistrict(home), people, isWithin, isWithinMetres, isWithout);
            addToSquare(squares.pieceOf(home), people, tenths);
            if (!isWithout) {
                walks[walking++] = ((long) tenths << 32) | home;
            }
        }
        Arrays.sort(walks, 0, walking);
        for (int i = 0; i < walking; i++) {
            int home = (int) walks[i];
            int tenths = (int) (walks[i] >>> 32);
            int people = homes.residents(home);
            whole.pass(0, people, tenths);
            neighbourhoods.pass(homes.neighbourhood(home), people, tenths);
            subdistricts.pass(homes.subdistrict(home), people, tenths);
        }
    }

    private void addToSquare(int piece, int people, int tenths) {
        piecePeople[piece] = limited((long) piecePeople[piece] + people);
        boolean known = pieceTenths[piece] >= 0 && tenths != NONE;
        pieceTenths[piece] = known ? pieceTenths[piece] + (long) tenths * people : -1;
    }

    private CoverageSummary[] summaries(Tally tally) {
        var summaries = new CoverageSummary[tally.residents.length];
        for (int area = 0; area < summaries.length; area++) {
            summaries[area] = new CoverageSummary(limited(tally.residents[area]), limited(tally.within[area]),
                    promiseMinutes, limited(tally.withinMetres[area]), standardMetres,
                    tally.median[area] == NONE ? null : tally.median[area], limited(tally.without[area]));
        }
        return summaries;
    }

    /// What GraphQL's whole numbers hold.
    private static int limited(long people) {
        return (int) Math.min(Integer.MAX_VALUE, people);
    }
}
