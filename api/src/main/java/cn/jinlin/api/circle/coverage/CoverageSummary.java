package cn.jinlin.api.circle.coverage;

import org.jspecify.annotations.Nullable;

/// Residents and how far they walk, as the GraphQL type has it.
///
/// @param medianTenths of the middle resident's walk, tenths of seconds; null when most have none within an hour
public record CoverageSummary(int residents, int residentsWithin, int promiseMinutes, int residentsWithinMetres,
        int standardMetres, @Nullable Integer medianTenths, int residentsWithout) {

    private static final double TENTHS_PER_MINUTE = 600;

    public @Nullable Double share() {
        return share(residentsWithin);
    }

    public @Nullable Double shareWithinMetres() {
        return share(residentsWithinMetres);
    }

    /// To a tenth.
    public @Nullable Double medianMinutes() {
        return medianTenths == null ? null : Math.round(medianTenths / TENTHS_PER_MINUTE * 10) / 10.0;
    }

    private @Nullable Double share(int some) {
        return residents == 0 ? null : (double) some / residents;
    }
}
