package cn.jinlin.api.circle.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.circle.coverage.Coverage.Cell;
import cn.jinlin.api.circle.coverage.Coverage.NeighbourhoodCoverage;
import cn.jinlin.api.circle.coverage.CoverageComparison.NeighbourhoodChange;
import cn.jinlin.api.circle.coverage.home.Homes;
import cn.jinlin.api.region.Neighbourhood;
import cn.jinlin.api.region.Regions;
import cn.jinlin.api.region.Subdistrict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Names the areas that numbers belong to, and picks those of a sub-district.
@Component
class CoverageView {

    private static final int MOST_CHANGES = 50;
    private static final long TENTHS_PER_MINUTE = 600;
    private static final Comparator<NeighbourhoodCoverage> WORST_FIRST = Comparator
            .<NeighbourhoodCoverage>comparingDouble(each -> shareWithin(each.summary()))
            .thenComparing(Comparator.<NeighbourhoodCoverage>comparingInt(each -> leftOut(each.summary())).reversed())
            .thenComparing(each -> each.neighbourhood().code());

    private final Regions regions;

    CoverageView(Regions regions) {
        this.regions = regions;
    }

    private static double shareWithin(CoverageSummary summary) {
        return summary.residents() == 0 ? 1 : (double) summary.residentsWithin() / summary.residents();
    }

    private static int leftOut(CoverageSummary summary) {
        return summary.residents() - summary.residentsWithin();
    }

    CoverageSummary summary(CoverageNumbers numbers, Homes homes, @Nullable Subdistrict within) {
        if (within == null) {
            return numbers.whole();
        }
        int index = homes.subdistrictIds().indexOf(within.id());
        return numbers.subdistrict(index < 0 ? null : index);
    }

    List<NeighbourhoodCoverage> neighbourhoods(CoverageNumbers numbers, Homes homes, @Nullable Subdistrict within) {
        var covered = new ArrayList<NeighbourhoodCoverage>();
        named(homes, within).forEach((index, area) -> covered.add(
                new NeighbourhoodCoverage(area.neighbourhood(), area.subdistrict(), numbers.neighbourhood(index))));
        covered.sort(WORST_FIRST);
        return covered;
    }

    List<NeighbourhoodChange> changes(CoverageNumbers now, CoverageNumbers then, Homes homes,
            @Nullable Subdistrict within) {
        var changes = new ArrayList<NeighbourhoodChange>();
        named(homes, within).forEach((index, area) -> {
            if (!now.neighbourhood(index).equals(then.neighbourhood(index))) {
                changes.add(new NeighbourhoodChange(area.neighbourhood(), now.neighbourhood(index),
                        then.neighbourhood(index)));
            }
        });
        changes.sort(Comparator.comparingInt(NeighbourhoodChange::residentsServed)
                .reversed()
                .thenComparing(change -> change.neighbourhood().code()));
        return changes.stream().limit(MOST_CHANGES).toList();
    }

    List<Cell> cells(CoverageNumbers numbers, Homes homes, HomeSquares squares, @Nullable Subdistrict within) {
        int only = within == null ? Homes.NONE : homes.subdistrictIds().indexOf(within.id());
        Map<Corner, Sum> sums = new LinkedHashMap<>();
        for (int number = 0; number < squares.pieces(); number++) {
            HomeSquares.Piece piece = squares.piece(number);
            if (within == null || (only >= 0 && piece.subdistrict() == only)) {
                sums.merge(new Corner(piece.row(), piece.column()),
                        new Sum(numbers.people(number), numbers.tenths(number)), Sum::plus);
            }
        }
        return sums.entrySet()
                .stream()
                .map(each -> new Cell(squares.square(each.getKey().row(), each.getKey().column()),
                        each.getValue().people(), each.getValue().minutes()))
                .toList();
    }

    private record Corner(int row, int column) {}

    /// @param tenths negative where somebody has no way
    private record Sum(int people, long tenths) {

        Sum plus(Sum other) {
            return new Sum(people + other.people, tenths < 0 || other.tenths < 0 ? -1 : tenths + other.tenths);
        }

        @Nullable
        Integer minutes() {
            return tenths < 0 || people == 0 ? null : (int) Math.ceilDiv(tenths, people * TENTHS_PER_MINUTE);
        }
    }

    private record Area(Neighbourhood neighbourhood, Subdistrict subdistrict) {}

    /// The neighbourhoods with homes, by their index.
    private Map<Integer, Area> named(Homes homes, @Nullable Subdistrict within) {
        Map<Long, Neighbourhood> neighbourhoods = regions.listNeighbourhoods()
                .stream()
                .collect(Collectors.toMap(Neighbourhood::id, Function.identity()));
        Map<Long, Subdistrict> subdistricts = regions.listSubdistricts()
                .stream()
                .collect(Collectors.toMap(Subdistrict::id, Function.identity()));
        Map<Integer, Area> named = new LinkedHashMap<>();
        for (int index = 0; index < homes.neighbourhoodIds().size(); index++) {
            int at = index;
            Optional.ofNullable(neighbourhoods.get(homes.neighbourhoodIds().get(index)))
                    .filter(each -> within == null || each.subdistrictId() == within.id())
                    .ifPresent(each -> Optional.ofNullable(subdistricts.get(each.subdistrictId()))
                            .ifPresent(above -> named.put(at, new Area(each, above))));
        }
        return named;
    }
}
