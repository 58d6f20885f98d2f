package cn.jinlin.api.booking.desk;

/// By which way somebody stands in the line.
enum LineLane {
    /// With an appointment, and in time for it.
    BOOKED('A'),
    /// Without one, or too late for it.
    WALK_IN('B'),
    /// Elderly, disabled or pregnant.
    PRIORITY('C');

    private final char letter;

    LineLane(char letter) {
        this.letter = letter;
    }

    /// @param count from 1, of that lane and day
    String number(int count) {
        return "%c%03d".formatted(letter, count);
    }
}
