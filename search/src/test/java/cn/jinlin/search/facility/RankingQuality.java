package cn.jinlin.search.facility;

import java.util.Comparator;
import java.util.List;

/// How good one ranking is.
///
/// @param ndcg normalised discounted cumulative gain of the first ten
/// @param reciprocalRank one over the place of the first facility that was asked for, among the first ten
record RankingQuality(double ndcg, double reciprocalRank) {

    static final int DEPTH = 10;

    /// @param found grades in the order found
    /// @param all grades of every facility there is
    static RankingQuality of(List<Integer> found, List<Integer> all) {
        List<Integer> best = all.stream().sorted(Comparator.reverseOrder()).limit(DEPTH).toList();
        int first = found.indexOf(Judgement.ASKED_FOR);
        return new RankingQuality(gain(found) / gain(best), first < 0 || first >= DEPTH ? 0 : 1.0 / (first + 1));
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < Math.min(DEPTH, grades.size()); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }
}
