package cn.jinlin.api.circle;

import java.util.List;
import java.util.function.Supplier;

import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.FacilityNode;
import cn.jinlin.api.facility.OnFoot.Walk;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.facility.Tier;
import cn.jinlin.search.walk.Outline;
import org.jspecify.annotations.Nullable;

/// What can be reached on foot from a point, as the GraphQL type has it.
///
/// @param metresToPath straight metres from the point to the nearest path
/// @param roughly the outline, drawn only for who asks
public record WalkCircle(Walker profile, int minutes, boolean estimated, int metresToPath, int totalCount,
        List<CircleTier> tiers, Supplier<Outline> roughly) {

    /// @param minutes the tier's promise
    public record CircleTier(Tier tier, int minutes, List<CircleCategory> categories, List<MissingCategory> missing) {}

    /// @param reached nearest first
    public record CircleCategory(FacilityCategory category, List<ReachedFacility> reached) {

        public int totalCount() {
            return reached.size();
        }

        public int openCount() {
            return (int) reached.stream().filter(each -> Boolean.TRUE.equals(each.open())).count();
        }
    }

    /// @param nearest null when none is within the circle
    public record MissingCategory(FacilityCategory category, @Nullable ReachedFacility nearest) {}

    /// A facility with the walk to it; what costs work is worked out for who asks, once.
    public static final class ReachedFacility {

        private final Walk walk;
        private final Supplier<FacilityNode> shown;
        private final Supplier<@Nullable Boolean> openThen;
        private boolean isOpenKnown;
        private @Nullable Boolean open;

        ReachedFacility(Walk walk, Supplier<FacilityNode> shown, Supplier<@Nullable Boolean> openThen) {
            this.walk = walk;
            this.shown = shown;
            this.openThen = openThen;
        }

        public Walk walk() {
            return walk;
        }

        public FacilityNode facility() {
            return shown.get();
        }

        public @Nullable Boolean open() {
            if (!isOpenKnown) {
                open = openThen.get();
                isOpenKnown = true;
            }
            return open;
        }
    }
}
