package cn.jinlin.search.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import cn.jinlin.search.text.Unit.Kind;

/// Cuts a text into [Unit]s and folds them, so that ＡＴＭ is atm, 衛生 is 卫生 and yínháng is yinhang.
public final class Units {

    private static final int LONGEST_WORD = 40;

    private final String text;
    private final List<Unit> units = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordStart;
    private int wordEnd;
    private boolean separated = true;
    private boolean onlySpaces = true;

    private Units(String text) {
        this.text = text;
    }

    /// Control characters and marks vanish; everything else that is neither letter nor digit separates.
    public static List<Unit> of(String text) {
        return new Units(text).cut();
    }

    /// The units' texts, one after the other without anything between them.
    public static String key(List<Unit> units) {
        StringBuilder key = new StringBuilder();
        units.forEach(unit -> key.append(unit.text()));
        return key.toString();
    }

    private List<Unit> cut() {
        for (int i = 0; i < text.length();) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            if (codePoint < 0x80 || isCommonHan(codePoint)) {
                take(codePoint, i, end);
            } else {
                decompose(codePoint, i, end);
            }
            i = end;
        }
        endWord();
        return units;
    }

    private void decompose(int codePoint, int start, int end) {
        // Hangul would fall apart into its letters.
        boolean hangul = Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HANGUL;
        String plain = Normalizer.normalize(text.substring(start, end),
                hangul ? Normalizer.Form.NFKC : Normalizer.Form.NFKD);
        // Pinyin is typed with v for ü.
        boolean umlaut = plain.startsWith("u\u0308") || plain.startsWith("U\u0308");
        plain.codePoints().forEach(piece -> take(umlaut && (piece | 0x20) == 'u' ? 'v' : piece, start, end));
    }

    private void take(int codePoint, int start, int end) {
        if (isHan(codePoint)) {
            endWord();
            add(Character.toString(Simplified.of(codePoint)), Kind.HAN, start, end);
        } else if (Character.isLetterOrDigit(codePoint)) {
            if (word.isEmpty()) {
                wordStart = start;
            }
            if (word.length() < LONGEST_WORD) {
                word.appendCodePoint(Character.toLowerCase(codePoint));
            }
            wordEnd = end;
        } else if (separates(codePoint)) {
            endWord();
            onlySpaces = (onlySpaces || !separated) && Character.isWhitespace(codePoint);
            separated = true;
        }
    }

    private static boolean isHan(int codePoint) {
        return codePoint > 0x3000 && Character.isIdeographic(codePoint);
    }

    private static boolean isCommonHan(int codePoint) {
        return codePoint >= 0x4E00 && codePoint <= 0x9FFF;
    }

    private static boolean separates(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> Character.isWhitespace(codePoint);
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.SURROGATE -> false;
            default -> true;
        };
    }

    private void endWord() {
        if (!word.isEmpty()) {
            boolean number = word.chars().allMatch(Character::isDigit);
            String text = word.toString();
            word.setLength(0);
            add(text, number ? Kind.NUMBER : Kind.WORD, wordStart, wordEnd);
        }
    }

    private void add(String text, Kind kind, int start, int end) {
        boolean joined = !units.isEmpty() && (!separated || (onlySpaces && numberBesideHan(kind)));
        units.add(new Unit(text, kind, start, end, joined));
        separated = false;
        onlySpaces = true;
    }

    /// 江川路 88 号 is written with spaces as often as without.
    private boolean numberBesideHan(Kind kind) {
        Kind before = units.getLast().kind();
        return before != kind && before != Kind.WORD && kind != Kind.WORD;
    }
}
