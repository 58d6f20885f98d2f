package cn.jinlin.search.facility;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.FacilityIndex.Change;
import cn.jinlin.search.facility.FacilityIndex.Rebuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IndexRebuildTest {

    private static final int FACILITIES = 3_000;

    private final TestIndex index = new TestIndex("rebuild-test");

    @BeforeEach
    void startEmpty() {
        index.emptied();
    }

    @AfterEach
    void disconnect() {
        index.close();
    }

    @Test
    void noQueryFailsOrComesBackEmptyWhileTheIndexIsRebuiltAndSwapped() throws Exception {
        fill();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> queries = LongStream.range(0, 3).mapToObj(reader -> readers.submit(() -> {
                int asked = 0;
                while (!done.get()) {
                    assertThat(index.find("药店")).hasSize(20);
                    asked++;
                }
                return asked;
            })).toList();
            try {
                for (int round = 0; round < 3; round++) {
                    fill();
                }
            } finally {
                done.set(true);
            }
            for (Future<Integer> reader : queries) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    @Test
    void whatChangesDuringARebuildIsInTheNewIndexToo() {
        index.put(Documents.named(1, 1, "旧名药店"), Documents.named(2, 1, "关门药店"));
        try (Rebuild rebuild = index.index().startRebuild()) {
            index.put(Documents.named(1, 2, "新名药店"), Documents.named(3, 1, "新开药店"));
            assertThat(index.index().apply(List.of(new Change.Remove(2, 2)), true)).isEmpty();
            rebuild.add(List.of(Documents.named(1, 1, "旧名药店"), Documents.named(2, 1, "关门药店")));

            assertThat(rebuild.swap()).isEqualTo(2);
        }

        assertThat(index.search().search(Queries.words("药店", 5)).hits()).extracting(FacilityHits.Hit::card)
                .containsExactlyInAnyOrder("card 1 v2", "card 3 v1");
    }

    @Test
    void anUnfinishedRebuildLeavesTheIndexAsItWas() {
        index.put(Documents.named(1, 1, "药店"));
        try (Rebuild rebuild = index.index().startRebuild()) {
            rebuild.add(List.of(Documents.named(2, 1, "药店")));
        }

        assertThat(index.find("药店")).containsExactly(1L);
    }

    @Test
    void aSecondRebuildTakesOverFromAFirstWhichThenCannotSwap() {
        try (Rebuild first = index.index().startRebuild(); Rebuild second = index.index().startRebuild()) {
            second.add(List.of(Documents.named(2, 1, "药店")));

            assertThatThrownBy(first::swap).isInstanceOf(RuntimeException.class);
            assertThat(second.swap()).isEqualTo(1);
        }
        assertThat(index.find("药店")).containsExactly(2L);
    }

    @Test
    void aRefusedDocumentIsReportedAndDoesNotStopTheOthers() {
        try (Rebuild rebuild = index.index().startRebuild()) {
            rebuild.add(List.of(Documents.at(1, "药店", new GeoPoint(200, 400)),
                    Documents.named(2, 1, "药店")));

            assertThat(rebuild.swap()).isEqualTo(1);
            assertThat(rebuild.listRefusals()).extracting(FacilityIndex.Refusal::id).containsExactly(1L);
        }
    }

    private void fill() {
        try (Rebuild rebuild = index.index().startRebuild()) {
            LongStream.rangeClosed(1, FACILITIES)
                    .forEach(id -> rebuild.add(List.of(Documents.named(id, 1, "第" + id + "药店"))));
            assertThat(rebuild.swap()).isEqualTo(FACILITIES);
        }
    }
}
