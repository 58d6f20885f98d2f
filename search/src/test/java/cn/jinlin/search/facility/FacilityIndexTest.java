package cn.jinlin.search.facility;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.FacilityIndex.Change;
import cn.jinlin.search.facility.FacilityIndex.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FacilityIndexTest {

    private final TestIndex index = new TestIndex("index-test");

    @BeforeEach
    void startEmpty() {
        index.emptied();
    }

    @AfterEach
    void disconnect() {
        index.close();
    }

    @Test
    void aChangeIsFoundAsSoonAsItIsApplied() {
        index.put(Documents.named(1, 1, "莘庄药店"));

        assertThat(index.find("莘庄药店")).containsExactly(1L);
    }

    @Test
    void anOlderVersionNeverOverwritesANewerOneAndIsNoFailure() {
        index.put(Documents.named(1, 7, "新名药店"));
        index.put(Documents.named(1, 6, "旧名药店"));

        assertThat(index.search().search(Queries.words("药店", 5)).hits()).singleElement()
                .satisfies(hit -> assertThat(hit.card()).isEqualTo("card 1 v7"));
    }

    @Test
    void theSameVersionMayBeWrittenAgain() {
        index.put(Documents.named(1, 7, "药店"));
        index.put(Documents.named(1, 7, "药店"));

        assertThat(index.index().listEntries(0, 10)).containsExactly(new Entry(1, 7));
    }

    @Test
    void aRemovalWinsOverEarlierVersionsThatArriveLater() {
        index.put(Documents.named(1, 1, "药店"));
        assertThat(index.index().apply(List.of(new Change.Remove(1, 3)), true)).isEmpty();
        index.put(Documents.named(1, 2, "药店"));

        assertThat(index.find("药店")).isEmpty();
    }

    @Test
    void removingWhatIsNotThereIsNoFailure() {
        assertThat(index.index().apply(List.of(new Change.Remove(99, 1)), true)).isEmpty();
    }

    @Test
    void entriesAreListedInOrderAndByPage() {
        index.put(TestIndex.named("药店", 25));

        List<Entry> first = index.index().listEntries(0, 10);
        List<Entry> second = index.index().listEntries(first.getLast().id(), 100);

        assertThat(first).extracting(Entry::id).containsExactlyElementsOf(ids(1, 10));
        assertThat(second).extracting(Entry::id).containsExactlyElementsOf(ids(11, 25));
    }

    @Test
    void ensuringTheIndexFromManyNodesAtOnceMakesOne() throws Exception {
        try (TestIndex fresh = new TestIndex("ensure-" + System.nanoTime());
                ExecutorService nodes = Executors.newFixedThreadPool(6)) {
            List<Future<?>> started = IntStream.range(0, 6)
                    .<Future<?>>mapToObj(node -> nodes.submit(fresh.index()::ensureExists))
                    .toList();
            for (Future<?> node : started) {
                node.get();
            }

            fresh.put(Documents.named(1, 1, "药店"));
            assertThat(fresh.find("药店")).containsExactly(1L);
        }
    }

    @Test
    void aDocumentThatElasticsearchRefusesIsNamedAndTheOthersAreWritten() {
        FacilityDocument nowhere = Documents.at(1, "药店", new GeoPoint(200, 400));

        assertThat(index.index()
                .apply(
                        List.of(new Change.Put(nowhere), new Change.Put(Documents.named(2, 1, "药店"))), true))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.id()).isEqualTo(1);
                    assertThat(refusal.reason()).isNotBlank();
                });
        assertThat(index.find("药店")).containsExactly(2L);
    }

    private static List<Long> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
