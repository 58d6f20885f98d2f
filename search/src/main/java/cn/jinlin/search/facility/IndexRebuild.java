package cn.jinlin.search.facility;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

import cn.jinlin.search.facility.FacilityIndex.Rebuild;
import cn.jinlin.search.facility.FacilityIndex.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static cn.jinlin.search.facility.Dsl.object;

/// Fills a new index beside the one in use, several bulk requests at a time, then takes its place in one step.
final class IndexRebuild implements Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(IndexRebuild.class);
    private static final int IN_FLIGHT = 3;
    private static final int DOCUMENTS_PER_REQUEST = 800;
    private static final int MOST_REFUSALS = 1_000;
    private static final Duration RUNNING_QUERIES_END = Duration.ofSeconds(20);

    private final Cluster cluster;
    private final IndexNames names;
    private final Bulk bulk;
    private final String index;
    private final Semaphore slots = new Semaphore(IN_FLIGHT);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final List<FacilityDocument> waiting = new ArrayList<>(DOCUMENTS_PER_REQUEST);
    private boolean done;

    private IndexRebuild(Cluster cluster, IndexNames names, String index) {
        this.cluster = cluster;
        this.names = names;
        this.bulk = new Bulk(cluster);
        this.index = index;
    }

    static IndexRebuild start(Cluster cluster, IndexNames names) {
        // One at a time: a second start takes over from a first, which then cannot swap.
        names.listBehind(names.next()).forEach(names::drop);
        names.listForgotten().forEach(names::drop);
        String index = names.fresh();
        names.create(index, names.next(), true);
        return new IndexRebuild(cluster, names, index);
    }

    @Override
    public void add(Collection<FacilityDocument> documents) {
        for (FacilityDocument document : documents) {
            waiting.add(document);
            if (waiting.size() == DOCUMENTS_PER_REQUEST) {
                sendWaiting();
            }
        }
    }

    @Override
    public List<Refusal> listRefusals() {
        return List.copyOf(refusals);
    }

    @Override
    public long swap() {
        sendWaiting();
        awaitAll();
        cluster.getSlowly("PUT", "/" + index + "/_settings", Json.bytes(Layout.serving()));
        cluster.getSlowly("POST", "/" + index + "/_refresh");
        long count = cluster.getSlowly("GET", "/" + index + "/_count").path("count").asLong(0);
        List<String> replaced = names.listBehind(names.alias());
        List<Object> actions = new ArrayList<>();
        replaced.forEach(old -> actions.add(object("remove", object("index", old, "alias", names.alias()))));
        actions.add(object("add", object("index", index, "alias", names.alias())));
        actions.add(object("remove", object("index", index, "alias", names.next())));
        cluster.getSlowly("POST", "/_aliases", Json.bytes(object("actions", actions)));
        done = true;
        replaced.forEach(old -> cluster.later(RUNNING_QUERIES_END, () -> dropReplaced(old)));
        return count;
    }

    @Override
    public void close() {
        if (!done) {
            done = true;
            slots.acquireUninterruptibly(IN_FLIGHT);
            names.drop(index);
        }
    }

    private void dropReplaced(String old) {
        try {
            names.drop(old);
        } catch (IndexUnavailableException e) {
            LOG.warn("The replaced index {} stays until the next rebuild: {}", old, e.getMessage());
        }
    }

    private void sendWaiting() {
        List<FacilityDocument> batch = List.copyOf(waiting);
        waiting.clear();
        throwFailure();
        slots.acquireUninterruptibly();
        Thread.ofVirtual().name("index-rebuild").start(() -> {
            try {
                send(batch);
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                slots.release();
            }
        });
    }

    private void send(List<FacilityDocument> batch) {
        if (batch.isEmpty()) {
            return;
        }
        BulkBody body = new BulkBody();
        batch.forEach(document -> body.put(names.next(), document));
        for (Refusal refusal : bulk.send(body, false, "")) {
            if (refusals.size() < MOST_REFUSALS) {
                refusals.add(refusal);
            }
        }
    }

    private void awaitAll() {
        slots.acquireUninterruptibly(IN_FLIGHT);
        slots.release(IN_FLIGHT);
        throwFailure();
    }

    private void throwFailure() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("The new index could not be filled: " + failed.getMessage(), failed);
        }
    }
}
