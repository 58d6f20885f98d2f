package cn.jinlin.search.facility;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.engines.TestEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JudgedSetTest {

    private static final List<FacilityDocument> CORPUS = JudgedCorpus.list();
    private static final Map<Long, FacilityDocument> BY_ID = CORPUS.stream()
            .collect(Collectors.toMap(FacilityDocument::id, Function.identity()));
    private static FacilitySearches searches;

    private record Judged(String kind, String query, Judgement judgement) {}

    @BeforeAll
    static void indexTheCorpus() {
        searches = FacilitySearches.connect(List.of(URI.create(TestEngines.elasticsearch().url())), "judged");
        try (FacilityIndex.Rebuild rebuild = searches.index().startRebuild()) {
            rebuild.add(CORPUS);
            assertThat(rebuild.swap()).isEqualTo(CORPUS.size());
        }
    }

    @AfterAll
    static void disconnect() {
        searches.close();
    }

    @Test
    void theRankingIsGoodEnoughInNineKindsOfQuery() {
        Map<String, List<RankingQuality>> byKind = new LinkedHashMap<>();
        List<String> poor = new ArrayList<>();
        for (Judged judged : judged()) {
            RankingQuality quality = quality(judged);
            byKind.computeIfAbsent(judged.kind, kind -> new ArrayList<>()).add(quality);
            if (quality.ndcg() < 0.7) {
                poor.add("%-12s %.2f  %s".formatted(judged.kind, quality.ndcg(), judged.query));
            }
        }
        List<RankingQuality> all = byKind.values().stream().flatMap(List::stream).toList();
        byKind.put("all", all);
        System.out.println(table(byKind) + "Poorest:\n" + String.join("\n", poor));

        assertThat(byKind).hasSize(10);
        assertThat(all).hasSizeGreaterThanOrEqualTo(300);
        assertThat(ndcg(all)).as("nDCG@10").isGreaterThanOrEqualTo(0.90);
        assertThat(mrr(all)).as("MRR").isGreaterThanOrEqualTo(0.85);
    }

    private static List<Judged> judged() {
        return TestTable.read("/judged/queries.tsv")
                .stream()
                .map(row -> new Judged(row.getFirst(), row.get(1), Judgement.of(row.get(2))))
                .toList();
    }

    private static RankingQuality quality(Judged judged) {
        List<Integer> found = searches.search()
                .search(Queries.words(judged.query, RankingQuality.DEPTH))
                .hits()
                .stream()
                .map(hit -> judged.judgement.grade(Objects.requireNonNull(BY_ID.get(hit.id()))))
                .toList();
        List<Integer> all = CORPUS.stream().map(judged.judgement::grade).toList();
        return RankingQuality.of(found, all);
    }

    private static String table(Map<String, List<RankingQuality>> byKind) {
        StringBuilder table = new StringBuilder("%-12s %8s %8s %8s%n".formatted("class", "queries", "nDCG@10", "MRR"));
        byKind.forEach((kind, qualities) -> table.append(
                "%-12s %8d %8.3f %8.3f%n".formatted(kind, qualities.size(), ndcg(qualities), mrr(qualities))));
        return table.toString();
    }

    private static double ndcg(List<RankingQuality> qualities) {
        return qualities.stream().mapToDouble(RankingQuality::ndcg).average().orElse(0);
    }

    private static double mrr(List<RankingQuality> qualities) {
        return qualities.stream().mapToDouble(RankingQuality::reciprocalRank).average().orElse(0);
    }
}
