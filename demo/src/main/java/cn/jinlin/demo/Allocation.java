package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.List;

/// How many facilities of each kind make up a wanted total: in proportion, at least one of each where the total allows,
/// never more than a kind's cap.
final class Allocation {

    /// A kind's part of the total.
    record Share(Kind kind, int count) {}

    private Allocation() {}

    static List<Share> of(List<Kind> kinds, int total) {
        int[] counts = new int[kinds.size()];
        double ratio = total / (double) kinds.stream().mapToInt(Kind::count).sum();
        int given = 0;
        for (int i = 0; i < counts.length; i++) {
            var kind = kinds.get(i);
            int wanted = Math.max(total >= kinds.size() ? 1 : 0, (int) (kind.count() * ratio));
            counts[i] = kind.cap() > 0 ? Math.min(kind.cap(), wanted) : wanted;
            given += counts[i];
        }
        for (int i = 0; given != total; i = (i + 1) % counts.length) {
            var kind = kinds.get(i);
            if (given < total && (kind.cap() == 0 || counts[i] < kind.cap())) {
                counts[i]++;
                given++;
            } else if (given > total && counts[i] > 1) {
                counts[i]--;
                given--;
            }
        }
        var shares = new ArrayList<Share>();
        for (int i = 0; i < counts.length; i++) {
            shares.add(new Share(kinds.get(i), counts[i]));
        }
        return List.copyOf(shares);
    }
}
