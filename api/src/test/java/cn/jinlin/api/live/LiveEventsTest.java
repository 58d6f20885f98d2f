package cn.jinlin.api.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import javax.sql.DataSource;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.Records;
import cn.jinlin.engines.TestEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApiTest
class LiveEventsTest {

    @Autowired
    private LiveEvents here;
    @Autowired
    private LiveRecords records;
    @Autowired
    private LivePublishing publishing;
    @Autowired
    private LiveHub hub;
    @Autowired
    private DataSource dataSource;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    private final String topic = "test:" + UUID.randomUUID();
    private final LiveProperties properties = new LiveProperties(8, 20, Duration.ofDays(7));
    private @Nullable LiveHub otherHub;

    @BeforeEach
    void anotherNode() {
        otherHub = new LiveHub(records, properties, dataSource);
        otherHub.start();
    }

    @AfterEach
    void endOfTheOtherNode() {
        Objects.requireNonNull(otherHub).stop();
    }

    private LiveEvents there() {
        return new LiveEvents(records, publishing, Objects.requireNonNull(otherHub), properties);
    }

    @Test
    void whatIsPublishedOnOneNodeIsToldOnAllInOrder() {
        List<String> toldHere = new CopyOnWriteArrayList<>();
        List<String> toldThere = new CopyOnWriteArrayList<>();
        var first = here.follow(topic, null).subscribe(event -> toldHere.add(event.payload()));
        var second = there().follow(topic, null).subscribe(event -> toldThere.add(event.payload()));

        for (String payload : List.of("a", "b", "c")) {
            here.publish(topic, payload);
        }

        Records.await(() -> toldHere.size() == 3 && toldThere.size() == 3);
        assertThat(toldHere).containsExactly("a", "b", "c");
        assertThat(toldThere).containsExactly("a", "b", "c");
        first.dispose();
        second.dispose();
        Records.await(() -> hub.countFollowers() == 0 && Objects.requireNonNull(otherHub).countFollowers() == 0);
    }

    @Test
    void redisAwayDelaysNothing() {
        List<String> told = new CopyOnWriteArrayList<>();
        var following = there().follow(topic, null).subscribe(event -> told.add(event.payload()));
        TestEngines.redis().power().kill();
        try {
            here.publish(topic, "without Redis");
            Records.await(() -> told.equals(List.of("without Redis")));
        } finally {
            TestEngines.redis().power().start();
            following.dispose();
        }
    }

    @Test
    void aTransactionThatRollsBackTellsNothingAndLeavesNoGap() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            here.publish(topic, "never");
            status.setRollbackOnly();
        });
        here.publish(topic, "then");
        assertThat(records.list(topic, 0, 10)).containsExactly(new LiveEvent(topic, 1, "then"));
    }

    @Test
    void aLongTransactionIsToldWhenItCommitsBehindThoseThatWereFaster() {
        List<String> told = new CopyOnWriteArrayList<>();
        var following = here.follow(topic, null).subscribe(event -> told.add(event.payload()));
        var another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.sql("select pg_current_xact_id()").query(String.class).single();
            here.publish(topic, "long");
            another.executeWithoutResult(_ -> here.publish(topic, "short"));
            Records.await(() -> told.equals(List.of("short")));
        });

        Records.await(() -> told.size() == 2);
        assertThat(told).containsExactly("short", "long");
        following.dispose();
    }

    @Test
    void transactionsThatNameTheSameTopicsInAnyOrderDoNotDeadlock() throws InterruptedException {
        String second = topic + ":second";
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            boolean forwards = number % 2 == 0;
            threads.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                    .start(() -> {
                        for (int round = 0; round < 10; round++) {
                            new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                                here.publish(forwards ? topic : second, "x");
                                here.publish(forwards ? second : topic, "x");
                            });
                        }
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(records.extent(topic).last()).isEqualTo(80);
        assertThat(records.list(second, 0, 100)).extracting(LiveEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
    }

    @Test
    void whoeverReconnectsToAnotherNodeGoesOnWithoutLossAndWithoutDuplicates() {
        List<LiveEvent> told = new CopyOnWriteArrayList<>();
        var first = here.follow(topic, null).subscribe(told::add);
        here.publish(topic, "1");
        Records.await(() -> told.size() == 1);
        first.dispose();
        here.publish(topic, "2");
        here.publish(topic, "3");

        Thread.ofVirtual().start(() -> {
            for (int number = 4; number <= 8; number++) {
                here.publish(topic, Integer.toString(number));
            }
        });
        var second = there().follow(topic, told.getFirst().cursor()).subscribe(told::add);

        Records.await(() -> told.size() >= 8);
        assertThat(told).extracting(LiveEvent::payload).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        second.dispose();
    }

    @Test
    void aFollowerThatDoesNotReadIsDroppedAndResumesAfterItsLastCursor() {
        List<LiveEvent> told = new CopyOnWriteArrayList<>();
        List<Throwable> ends = new CopyOnWriteArrayList<>();
        var reader = new BaseSubscriber<LiveEvent>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                // Asks for nothing yet.
            }

            @Override
            protected void hookOnNext(LiveEvent event) {
                told.add(event);
            }

            @Override
            protected void hookOnError(Throwable end) {
                ends.add(end);
            }
        };
        there().follow(topic, null).subscribe(reader);
        int most = properties.buffer() + 16;
        for (int number = 0; number < most + 20; number++) {
            here.publish(topic, Integer.toString(number));
        }
        Records.await(() -> Objects.requireNonNull(otherHub).countFollowers() == 0);
        reader.request(Long.MAX_VALUE);
        Records.await(() -> ends.size() == 1);
        assertThat(ends.getFirst()).isInstanceOf(SlowClientException.class);
        assertThat(told).hasSizeBetween(1, most);

        List<LiveEvent> rest = new CopyOnWriteArrayList<>();
        var resumed = here.follow(topic, told.getLast().cursor()).subscribe(rest::add);
        Records.await(() -> told.size() + rest.size() == most + 20);
        assertThat(rest.getFirst().position()).isEqualTo(told.getLast().position() + 1);
        resumed.dispose();
    }

    @Test
    void aCursorWhoseEventsAreForgottenIsRefusedRatherThanSilentlySkipped() {
        here.publish(topic, "old");
        jdbc.sql("update live_event set created_at = now() - interval '8 days' where topic = ?").param(topic).update();
        String beginning = LiveCursor.write(0);
        here.follow(topic, beginning);

        records.forget(Duration.ofDays(7));

        for (String cursor : List.of(beginning, LiveCursor.write(99))) {
            assertThatExceptionOfType(BadInput.class).isThrownBy(() -> here.follow(topic, cursor))
                    .matches(refused -> refused.reason().equals("CURSOR_TOO_OLD"));
        }
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> here.follow(topic, "nonsense"))
                .matches(refused -> refused.reason().equals("NOT_A_LIVE_CURSOR"));
        here.publish(topic, "new");
        assertThat(records.list(topic, 1, 10)).extracting(LiveEvent::payload).containsExactly("new");
    }

    @Test
    void moreThanIsToldAgainAtOnceIsRefused() {
        for (int number = 0; number <= properties.replay(); number++) {
            here.publish(topic, "x");
        }
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> there().follow(topic, LiveCursor.write(0)))
                .matches(refused -> refused.reason().equals("CURSOR_TOO_OLD"));
        List<LiveEvent> told = there().follow(topic, LiveCursor.write(1))
                .take(properties.replay())
                .subscribeOn(Schedulers.boundedElastic())
                .collectList()
                .block(Duration.ofSeconds(20));
        assertThat(told).hasSize(properties.replay());
    }
}
