package cn.jinlin.api.circle.coverage;

import cn.jinlin.api.facility.Tier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many metres' walk a standard allows to a facility of each tier. The defaults are those of GB 50180-2018; tiers
/// are not inclusive.
///
/// @param fiveMinuteMetres 1 to 100,000
/// @param tenMinuteMetres 1 to 100,000
/// @param fifteenMinuteMetres 1 to 100,000
@ConfigurationProperties("jinlin.standard")
record Standards(@DefaultValue("300") int fiveMinuteMetres, @DefaultValue("500") int tenMinuteMetres,
        @DefaultValue("1000") int fifteenMinuteMetres) {

    private static final int MOST = 100_000;

    Standards {
        if (Math.min(fiveMinuteMetres, Math.min(tenMinuteMetres, fifteenMinuteMetres)) < 1
                || Math.max(fiveMinuteMetres, Math.max(tenMinuteMetres, fifteenMinuteMetres)) > MOST) {
            throw new IllegalArgumentException("jinlin.standard must be 1 to " + MOST + " metres");
        }
    }

    int metres(Tier tier) {
        return switch (tier) {
            case FIVE_MINUTES -> fiveMinuteMetres;
            case TEN_MINUTES -> tenMinuteMetres;
            case FIFTEEN_MINUTES -> fifteenMinuteMetres;
        };
    }
}
