package cn.jinlin.api.booking.figures;

import org.jspecify.annotations.Nullable;

/// What everybody may know of a figure. Numbers are rounded to fives, so that no difference of two tells of somebody; a
/// number that stands for one to four people is hidden.
final class PublicFigures {

    /// Fewer are hidden.
    static final int FEWEST = 5;
    private static final int ROUNDED_TO = 5;
    private static final double PERCENT = 100;

    private PublicFigures() {}

    static Shown exact(Figure figure) {
        return Shown.of(figure);
    }

    static Shown rounded(Figure figure) {
        if (isFew(figure.people()) || (figure.people() == 0 && figure.booked() > 0)) {
            return Shown.allHidden();
        }
        boolean missedHidden = isFew(figure.missed());
        boolean servedHidden = isFew(figure.served());
        boolean cancelledHidden = isFew(figure.cancelled());
        boolean useHidden = isFew(figure.placesUsed()) || isFew(figure.places() - figure.placesUsed());
        boolean waitHidden = isFew(figure.waits());
        Shown exact = Shown.of(figure);
        return new Shown(rounded(figure.booked()), servedHidden ? null : rounded(figure.served()),
                missedHidden ? null : rounded(figure.missed()), cancelledHidden ? null : rounded(figure.cancelled()),
                useHidden ? null : percent(exact.use()),
                missedHidden || isFew(figure.booked() - figure.cancelled()) ? null : percent(exact.missedShare()),
                waitHidden ? null : exact.waitMinutes(), exact.leadDays(),
                missedHidden || servedHidden || cancelledHidden || useHidden || waitHidden);
    }

    /// Shares from 0 to 1.
    ///
    /// @param hidden something is hidden
    record Shown(@Nullable Integer booked, @Nullable Integer served, @Nullable Integer missed,
            @Nullable Integer cancelled, @Nullable Double use, @Nullable Double missedShare,
            @Nullable Integer waitMinutes, @Nullable Double leadDays, boolean hidden) {

        static Shown of(Figure figure) {
            int stood = figure.booked() - figure.cancelled();
            Integer wait = figure.waitSeconds();
            Integer lead = figure.leadHours();
            return new Shown(figure.booked(), figure.served(), figure.missed(), figure.cancelled(),
                    figure.places() == 0 ? null : (double) figure.placesUsed() / figure.places(),
                    stood == 0 ? null : (double) figure.missed() / stood,
                    wait == null ? null : Math.toIntExact(Math.round(wait / 60.0)),
                    lead == null ? null : Math.round(lead / 2.4) / 10.0, false);
        }

        static Shown allHidden() {
            return new Shown(null, null, null, null, null, null, null, null, true);
        }
    }

    private static boolean isFew(long number) {
        return number > 0 && number < FEWEST;
    }

    private static int rounded(int number) {
        return Math.toIntExact(Math.round((double) number / ROUNDED_TO) * ROUNDED_TO);
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : Math.round(share * PERCENT) / PERCENT;
    }
}
