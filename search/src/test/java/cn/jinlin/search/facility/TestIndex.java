package cn.jinlin.search.facility;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import cn.jinlin.engines.TestEngines;
import cn.jinlin.search.facility.FacilityIndex.Change;

import static org.assertj.core.api.Assertions.assertThat;

/// An index of its own on the test engines' Elasticsearch.
final class TestIndex implements AutoCloseable {

    private final FacilitySearches searches;

    /// @param prefix of its own for each test class
    TestIndex(String prefix) {
        searches = FacilitySearches.connect(List.of(URI.create(TestEngines.elasticsearch().url())), prefix);
    }

    /// Forgets everything written before.
    TestIndex emptied() {
        try (FacilityIndex.Rebuild rebuild = index().startRebuild()) {
            rebuild.swap();
        }
        return this;
    }

    FacilityIndex index() {
        return searches.index();
    }

    FacilitySearch search() {
        return searches.search();
    }

    FacilitySearches searches() {
        return searches;
    }

    void put(FacilityDocument... documents) {
        List<Change> changes = Arrays.stream(documents).<Change>map(Change.Put::new).toList();
        assertThat(index().apply(changes, true)).isEmpty();
    }

    List<Long> find(FacilityQuery query) {
        return search().search(query).hits().stream().map(FacilityHits.Hit::id).toList();
    }

    List<Long> find(String words) {
        return find(Queries.words(words, 20));
    }

    static FacilityDocument[] named(String name, int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> Documents.named(id, 1, name + id + "号"))
                .toArray(FacilityDocument[]::new);
    }

    @Override
    public void close() {
        searches.close();
    }
}
