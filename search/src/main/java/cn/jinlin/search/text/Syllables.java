package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.hankcs.hanlp.dictionary.py.Pinyin;

/// The toneless syllables there are, the beginnings of them, and what a mistyped one may have been meant to be.
final class Syllables {

    static final int LONGEST = 6;

    private static final Set<String> RARE = Set.of("none", "ja", "fiao", "lo", "chua", "ei", "den", "dia", "kei",
            "zhei",
            "nun", "yai", "cen", "o", "nin", "eng");
    private static final Set<String> ALL = all();
    private static final Set<String> BEGINNINGS = beginnings();
    private static final Map<String, List<String>> BY_DELETION = byDeletion();

    private Syllables() {}

    static boolean is(String text) {
        return ALL.contains(text);
    }

    /// True for a syllable of which the end is still missing.
    static boolean isBeginning(String text) {
        return BEGINNINGS.contains(text);
    }

    /// True for what a syllable may be abbreviated to: its consonant.
    static boolean isInitial(String text) {
        return text.length() == 1
                ? "bpmfdtnlgkhjqxrzcsyw".contains(text)
                : text.equals("zh") || text.equals("ch") || text.equals("sh");
    }

    /// Syllables one slip away: a letter missing, too many, wrong, or two letters swapped. The first letter is trusted
    /// unless the first two are swapped.
    static List<String> near(String text) {
        Set<String> found = new HashSet<>(BY_DELETION.getOrDefault(text, List.of()));
        for (int i = 0; i < text.length(); i++) {
            String shorter = text.substring(0, i) + text.substring(i + 1);
            if (is(shorter)) {
                found.add(shorter);
            }
            for (String candidate : BY_DELETION.getOrDefault(shorter, List.of())) {
                if (candidate.length() == text.length() && Slip.isOne(text, candidate)) {
                    found.add(candidate);
                }
            }
        }
        found.removeIf(candidate -> candidate.charAt(0) != text.charAt(0)
                && !(text.length() > 1 && candidate.startsWith(text.charAt(1) + "" + text.charAt(0))));
        return found.stream().sorted().toList();
    }

    private static Set<String> all() {
        Set<String> all = new TreeSet<>();
        Arrays.stream(Pinyin.values())
                .map(Pinyin::getPinyinWithoutTone)
                .filter(s -> !RARE.contains(s))
                .forEach(all::add);
        return all;
    }

    private static Set<String> beginnings() {
        Set<String> beginnings = new HashSet<>();
        for (String syllable : ALL) {
            for (int length = 1; length < syllable.length(); length++) {
                beginnings.add(syllable.substring(0, length));
            }
        }
        return Set.copyOf(beginnings);
    }

    private static Map<String, List<String>> byDeletion() {
        Map<String, List<String>> byDeletion = new HashMap<>();
        for (String syllable : ALL) {
            for (int i = 0; i < syllable.length(); i++) {
                byDeletion.computeIfAbsent(syllable.substring(0, i) + syllable.substring(i + 1),
                        shorter -> new ArrayList<>()).add(syllable);
            }
        }
        return byDeletion;
    }
}
