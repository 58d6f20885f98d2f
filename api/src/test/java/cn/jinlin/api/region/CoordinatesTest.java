package cn.jinlin.api.region;

import java.util.Random;

import cn.jinlin.search.GeoPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CoordinatesTest {

    private static final double A_CENTIMETRE = 1e-7;

    /// Expected values by gcoord, an independent implementation.
    @ParameterizedTest
    @CsvSource({"31.2304, 121.4737, 31.22845773757727, 121.47822305927693, 31.234310593689997, 121.484781468503",
        "39.915, 116.404, 39.91640428150164, 116.41024449916938, 39.922699552216216, 116.41662724378733",
        "43.82, 87.61, 43.821204050069326, 87.61284389781082, 43.82741767352144, 87.61925708192425"})
    void agreesWithAnIndependentImplementation(double lat, double lon, double gcjLat, double gcjLon, double bdLat,
            double bdLon) {
        GeoPoint gcj = Coordinates.fromWgs84(CoordinateSystem.GCJ02, new GeoPoint(lat, lon));
        assertThat(gcj.lat()).isCloseTo(gcjLat, within(A_CENTIMETRE));
        assertThat(gcj.lon()).isCloseTo(gcjLon, within(A_CENTIMETRE));
        GeoPoint baidu = Coordinates.fromWgs84(CoordinateSystem.BD09, new GeoPoint(lat, lon));
        assertThat(baidu.lat()).isCloseTo(bdLat, within(A_CENTIMETRE));
        assertThat(baidu.lon()).isCloseTo(bdLon, within(A_CENTIMETRE));
    }

    @ParameterizedTest
    @EnumSource(CoordinateSystem.class)
    void goingThereAndBackEndsWithinTwoCentimetres(CoordinateSystem system) {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            var point = new GeoPoint(random.nextDouble(18, 53), random.nextDouble(75, 134));
            GeoPoint there = Coordinates.fromWgs84(system, point);
            GeoPoint back = Coordinates.toWgs84(system, there.lat(), there.lon());
            // Baidu's own formulas do not invert exactly; their error stays below a metre.
            double tolerance = system == CoordinateSystem.BD09 ? 1e-5 : 2 * A_CENTIMETRE;
            assertThat(back.lat()).isCloseTo(point.lat(), within(tolerance));
            assertThat(back.lon()).isCloseTo(point.lon(), within(tolerance));
        }
    }

    @ParameterizedTest
    @EnumSource(CoordinateSystem.class)
    void aPointOutsideChinaIsLeftWhereItIs(CoordinateSystem system) {
        var porto = new GeoPoint(-30.03, -51.23);
        assertThat(Coordinates.fromWgs84(system, porto)).isEqualTo(porto);
        assertThat(Coordinates.toWgs84(system, porto.lat(), porto.lon())).isEqualTo(porto);
    }
}
