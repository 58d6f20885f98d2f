package cn.jinlin.api.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// Many clients who all do something at the same moment.
public final class Storm {

    private static final int SECONDS = 60;

    private Storm() {}

    /// What became of it.
    ///
    /// @param failures of those who got no answer at all
    public record Outcome<T>(List<T> answers, List<Throwable> failures) {

        /// So many got an answer of that kind.
        public long count(T answer) {
            return answers.stream().filter(answer::equals).count();
        }

        /// The answers, where everybody got one.
        public List<T> all() {
            if (!failures.isEmpty()) {
                throw new AssertionError(failures.size() + " got no answer", failures.getFirst());
            }
            return answers;
        }
    }

    /// @param client what each does, by its number from 0
    public static <T> Outcome<T> of(int clients, IntFunction<Callable<T>> client) {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<T>();
        var failures = new ArrayList<Throwable>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> asked = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                Callable<T> act = client.apply(number);
                asked.add(pool.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            for (Future<T> each : asked) {
                try {
                    answers.add(each.get(SECONDS, TimeUnit.SECONDS));
                } catch (ExecutionException failed) {
                    failures.add(failed.getCause());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("Somebody waits for ever", late);
        }
        return new Outcome<>(answers, failures);
    }
}
