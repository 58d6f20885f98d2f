package cn.jinlin.search.facility;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import cn.jinlin.engines.TestEngines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class OutageTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Test
    void whileElasticsearchIsAwayCallsFailAndAfterwardsItIsUsedAgainWithoutAnybodyAsking() {
        try (TestIndex index = new TestIndex("outage-test")) {
            index.emptied().put(Documents.named(1, 1, "药店"));
            TestEngines.elasticsearch().power().kill();
            try {
                assertThatThrownBy(() -> index.find("药店")).isInstanceOf(IndexUnavailableException.class);
                assertThat(index.searches().isAvailable()).isFalse();
                assertThatThrownBy(() -> index.search().suggest("药", null, 5))
                        .isInstanceOf(IndexUnavailableException.class)
                        .hasMessageContaining("is away");
                assertThatThrownBy(() -> index.put(Documents.named(2, 1, "药店")))
                        .isInstanceOf(IndexUnavailableException.class);
            } finally {
                TestEngines.elasticsearch().power().start();
            }

            await().atMost(LONG_ENOUGH).until(index.searches()::isAvailable);
            await().atMost(LONG_ENOUGH)
                    .ignoreException(IndexUnavailableException.class)
                    .untilAsserted(() -> assertThat(index.find("药店")).containsExactly(1L));
        }
    }

    @Test
    void onceElasticsearchIsKnownToBeAwayNoCallWaitsForItAnyMore() throws IOException {
        try (FacilitySearches searches = FacilitySearches.connect(List.of(nobody()), "nobody")) {
            assertThatThrownBy(searches.index()::ensureExists).isInstanceOf(IndexUnavailableException.class);

            for (int call = 0; call < 1_000; call++) {
                assertThatThrownBy(() -> searches.search().suggest("药", null, 5)).hasMessageContaining("is away");
            }
        }
    }

    @Test
    void aMissingIndexIsAnOutageOfSearchAndNotOfElasticsearch() {
        try (TestIndex index = new TestIndex("missing-" + System.nanoTime())) {
            assertThatThrownBy(() -> index.find("药店")).isInstanceOf(IndexUnavailableException.class);
            assertThat(index.searches().isAvailable()).isTrue();
        }
    }

    /// An address that nothing listens at.
    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://localhost:" + socket.getLocalPort());
        }
    }
}
