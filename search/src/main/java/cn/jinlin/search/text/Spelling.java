package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One way to read typed letters as pinyin.
///
/// @param parts syllables in order, each with every syllable it may have been meant to be; one that is not whole is the
/// beginning of a syllable
/// @param whole which parts are whole syllables
/// @param cost how far-fetched it is; lower is better
public record Spelling(List<List<String>> parts, List<Boolean> whole, double cost) {

    private static final int LONGEST = 48;
    private static final int KEPT = 5;
    private static final double SYLLABLE = 1;
    private static final double UNFINISHED = 1.6;
    private static final double INITIAL = 2.5;
    private static final double SLIP = 3.2;
    private static final double MARGIN = 2.2;

    private static final Spelling NOTHING = new Spelling(List.of(), List.of(), 0);

    /// The likeliest spellings, best first, at most five; empty where the letters cannot be pinyin.
    ///
    /// @param words runs of letters a to z; no syllable crosses from one into the next
    public static List<Spelling> of(List<String> words) {
        return of(words, false);
    }

    /// The same; `forgiving` looks for slips also in what can be read as it was typed.
    public static List<Spelling> of(List<String> words, boolean forgiving) {
        if (words.stream().mapToInt(String::length).sum() > LONGEST) {
            return List.of();
        }
        List<Spelling> spellings = List.of(NOTHING);
        for (String word : words) {
            List<Spelling> next = new ArrayList<>();
            for (Spelling before : spellings) {
                for (Spelling after : ofWord(word, forgiving)) {
                    next.add(before.followedBy(after));
                }
            }
            spellings = best(next);
        }
        return spellings;
    }

    /// What needs no reading: syllables as they are.
    public static Spelling ofSyllables(List<String> syllables) {
        return new Spelling(
                syllables.stream().map(List::of).toList(), syllables.stream().map(syllable -> true).toList(), 0);
    }

    /// True when every part is a whole syllable.
    public boolean isWhole() {
        return !whole.contains(false);
    }

    /// Neighbouring syllables run together, with every way a mistyped one may have been meant.
    public List<List<String>> pairs() {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            List<String> ways = new ArrayList<>();
            for (String left : parts.get(i - 1)) {
                parts.get(i).forEach(right -> ways.add(left + right));
            }
            pairs.add(ways);
        }
        return pairs;
    }

    private static List<Spelling> ofWord(String word, boolean forgiving) {
        if (!word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            return List.of();
        }
        List<Spelling> asTyped = forgiving ? List.of() : cut(word, false);
        return asTyped.stream().anyMatch(Spelling::isWhole) ? asTyped : cut(word, true);
    }

    private static List<Spelling> cut(String word, boolean forgiving) {
        List<List<Spelling>> ending = new ArrayList<>();
        ending.add(List.of(NOTHING));
        for (int end = 1; end <= word.length(); end++) {
            List<Spelling> here = new ArrayList<>();
            for (int start = Math.max(0, end - Syllables.LONGEST - 1); start < end; start++) {
                if (!ending.get(start).isEmpty()) {
                    String chunk = word.substring(start, end);
                    boolean slipped = forgiving && chunk.length() > 2 && !Syllables.is(chunk);
                    List<String> near = slipped ? Syllables.near(chunk) : List.of();
                    extend(ending.get(start), chunk, near, end == word.length(), here);
                }
            }
            ending.add(best(here));
        }
        return ending.getLast();
    }

    private static void extend(List<Spelling> before, String chunk, List<String> near, boolean last,
            List<Spelling> into) {
        for (Spelling spelling : before) {
            if (Syllables.is(chunk)) {
                into.add(spelling.followedBy(List.of(chunk), true, SYLLABLE));
            } else if (last && Syllables.isBeginning(chunk)) {
                into.add(spelling.followedBy(List.of(chunk), false, UNFINISHED));
            } else if (Syllables.isInitial(chunk)) {
                into.add(spelling.followedBy(List.of(chunk), false, INITIAL));
            }
            if (!near.isEmpty()) {
                into.add(spelling.followedBy(near, true, SLIP));
            }
        }
    }

    private static List<Spelling> best(List<Spelling> spellings) {
        double limit = spellings.stream().mapToDouble(Spelling::cost).min().orElse(0) + MARGIN;
        return spellings.stream()
                .filter(spelling -> spelling.cost <= limit)
                .sorted(Comparator.comparingDouble(Spelling::cost))
                .distinct()
                .limit(KEPT)
                .toList();
    }

    private Spelling followedBy(List<String> part, boolean isWhole, double more) {
        return followedBy(new Spelling(List.of(part), List.of(isWhole), more));
    }

    /// This, and then that.
    public Spelling followedBy(Spelling after) {
        List<List<String>> allParts = new ArrayList<>(parts);
        allParts.addAll(after.parts);
        List<Boolean> allWhole = new ArrayList<>(whole);
        allWhole.addAll(after.whole);
        return new Spelling(List.copyOf(allParts), List.copyOf(allWhole), cost + after.cost);
    }
}
