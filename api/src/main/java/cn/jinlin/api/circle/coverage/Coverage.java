package cn.jinlin.api.circle.coverage;

import java.util.List;
import java.util.function.Supplier;

import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.region.Neighbourhood;
import cn.jinlin.api.region.Subdistrict;
import org.jspecify.annotations.Nullable;

/// How well homes are served with one category, as the GraphQL type has it.
///
/// @param subdistrict null for the whole district
/// @param worstFirst every neighbourhood with homes
/// @param squares worked out for who asks
public record Coverage(FacilityCategory category, Walker profile, @Nullable Subdistrict subdistrict,
        CoverageSummary summary, List<NeighbourhoodCoverage> worstFirst, Supplier<List<Cell>> squares) {

    public record NeighbourhoodCoverage(Neighbourhood neighbourhood, Subdistrict subdistrict,
            CoverageSummary summary) {}

    /// @param minutes average, rounded up; null when some have none within an hour
    public record Cell(HomeSquares.Square square, int residents, @Nullable Integer minutes) {}

    /// A path on this site.
    public String download() {
        String all = "/coverage.csv?category=" + CoverageTable.inAddress(category.code()) + "&profile="
                + profile.name();
        return subdistrict == null ? all : all + "&subdistrict=" + CoverageTable.inAddress(subdistrict.code());
    }
}
