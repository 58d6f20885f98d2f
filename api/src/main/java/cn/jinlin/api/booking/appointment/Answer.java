package cn.jinlin.api.booking.appointment;

/// An answer to a question of the service.
///
/// @param question its code
/// @param answer YES or NO, a choice's code, or own words
public record Answer(String question, String answer) {

    /// Tells nothing: what a resident typed belongs in no log.
    @Override
    public String toString() {
        return "Answer[...]";
    }
}
