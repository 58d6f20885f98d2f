package cn.jinlin.api.circle.coverage;

import org.jspecify.annotations.Nullable;

/// The numbers of one category and profile at one moment. Immutable.
final class CoverageNumbers {

    private final CoverageSummary whole;
    private final CoverageSummary[] neighbourhoods;
    private final CoverageSummary[] subdistricts;
    private final int[] piecePeople;
    private final long[] pieceTenths;

    CoverageNumbers(CoverageSummary whole, CoverageSummary[] neighbourhoods, CoverageSummary[] subdistricts,
            int[] piecePeople, long[] pieceTenths) {
        this.whole = whole;
        this.neighbourhoods = neighbourhoods;
        this.subdistricts = subdistricts;
        this.piecePeople = piecePeople;
        this.pieceTenths = pieceTenths;
    }

    CoverageSummary whole() {
        return whole;
    }

    /// @param index of the homes' neighbourhoods
    CoverageSummary neighbourhood(int index) {
        return neighbourhoods[index];
    }

    /// @param index of the homes' sub-districts; null for one without homes
    CoverageSummary subdistrict(@Nullable Integer index) {
        return index == null
                ? new CoverageSummary(0, 0, whole.promiseMinutes(), 0, whole.standardMetres(), null, 0)
                : subdistricts[index];
    }

    /// Residents of a piece of a square.
    int people(int piece) {
        return piecePeople[piece];
    }

    /// The walks of all residents of a piece together, tenths of seconds; negative where some have none within an hour.
    long tenths(int piece) {
        return pieceTenths[piece];
    }
}
