package cn.jinlin.api.circle.coverage;

import java.util.List;

import cn.jinlin.api.region.Neighbourhood;

/// A plan beside how it is now, as the GraphQL type has it.
///
/// @param changed the largest change in residents served first
public record CoverageComparison(CoverageSummary now, CoverageSummary then, List<NeighbourhoodChange> changed) {

    public record NeighbourhoodChange(Neighbourhood neighbourhood, CoverageSummary now, CoverageSummary then) {

        int residentsServed() {
            return Math.abs(then.residentsWithin() - now.residentsWithin());
        }
    }
}
