package cn.jinlin.search.text;

/// The smallest piece of a text that search knows: a Han character, a word of letters, or a number.
///
/// @param text folded: simplified, half-width, lower case, without accents
/// @param start where it starts in the text as it was given
/// @param end where it ends there, exclusive
/// @param joined true when nothing separates it from the unit before
public record Unit(String text, Kind kind, int start, int end, boolean joined) {

    /// What a unit is made of.
    public enum Kind {
        HAN, WORD, NUMBER
    }

    /// True where it is read together with the unit before it, as in 长江路88号.
    public boolean pairsWith(Unit before) {
        return joined && kind != Kind.WORD && before.kind != Kind.WORD;
    }
}
