package cn.jinlin.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Product against baseline, in turn, so that a machine that speeds up or slows down does so for both.
record Contest(List<Exchange> product, List<Exchange> baseline) {

    private static final int ROUNDS = 4;
    /// A service that has been up for a while is what residents meet: its hot paths are compiled.
    private static final int WARM_UP = 5000;

    /// Median time of one request, one client, the two sides alternating request by request.
    ///
    /// @return milliseconds
    Sides latency(int requests) {
        warm(WARM_UP);
        double[] ours = new double[requests];
        double[] theirs = new double[requests];
        for (int i = 0; i < requests; i++) {
            ours[i] = time(product.get(i % product.size()));
            theirs[i] = time(baseline.get(i % baseline.size()));
        }
        return new Sides(median(ours), median(theirs));
    }

    /// Requests a second of so many clients, the two sides alternating round by round.
    Sides throughput(int clients, int secondsPerRound) {
        double ours = 0;
        double theirs = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ours += rate(product, clients, secondsPerRound);
            theirs += rate(baseline, clients, secondsPerRound);
        }
        return new Sides(ours / ROUNDS, theirs / ROUNDS);
    }

    /// Time that 99 of 100 requests keep within, of so many clients, the two sides alternating round by round.
    ///
    /// @return milliseconds
    Sides slowest(int clients, int secondsPerRound) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.addAll(times(product, clients, secondsPerRound));
            theirs.addAll(times(baseline, clients, secondsPerRound));
        }
        return new Sides(quantile(ours, 0.99), quantile(theirs, 0.99));
    }

    /// What both sides came to.
    record Sides(double product, double baseline) {

        double ratio() {
            return product / baseline;
        }
    }

    private void warm(int requests) {
        for (int i = 0; i < requests; i++) {
            product.get(i % product.size()).send();
            baseline.get(i % baseline.size()).send();
        }
    }

    private static double time(Exchange exchange) {
        long start = System.nanoTime();
        exchange.send();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double rate(List<Exchange> exchanges, int clients, int seconds) {
        return times(exchanges, clients, seconds).size() / (double) seconds;
    }

    /// Milliseconds of each request that so many clients got done.
    private static Collection<Double> times(List<Exchange> exchanges, int clients, int seconds) {
        var times = new ConcurrentLinkedQueue<Double>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<Void>> running = pool
                    .invokeAll(IntStream.range(0, clients).<Callable<Void>>mapToObj(client -> () -> {
                        for (int i = client; System.nanoTime() < end; i++) {
                            times.add(time(exchanges.get(i % exchanges.size())));
                        }
                        return null;
                    }).toList());
            for (Future<Void> each : running) {
                each.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client failed", failed.getCause());
        }
        return times;
    }

    private static double quantile(List<Double> values, double share) {
        return values.stream().sorted().skip((long) (values.size() * share)).findFirst().orElse(Double.NaN);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
