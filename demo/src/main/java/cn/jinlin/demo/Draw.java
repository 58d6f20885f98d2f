package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Chance that falls the same way for the same seed and key, so that any facility can be made without those before it.
final class Draw {

    private final SplittableRandom random;

    private Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    static Draw of(long seed, String key, long ordinal) {
        return new Draw(
                seed * 0x9E3779B97F4A7C15L ^ key.hashCode() * 0xC2B2AE3D27D4EB4FL ^ ordinal * 0x165667B19E3779F9L);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double from, double to) {
        return random.nextDouble(from, to);
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// Between `least` and all of the choices, in their own order.
    <T> List<T> some(List<T> choices, int least) {
        int wanted = least >= choices.size() ? choices.size() : least + random.nextInt(choices.size() - least + 1);
        var taken = new ArrayList<T>(wanted);
        int left = choices.size();
        for (T choice : choices) {
            if (random.nextInt(left--) < wanted - taken.size()) {
                taken.add(choice);
            }
        }
        return List.copyOf(taken);
    }
}
