package cn.jinlin.search.walk;

import java.util.concurrent.ArrayBlockingQueue;

import org.jspecify.annotations.Nullable;

/// Keeps a few scratches for the next queries. Bounded in number and in size: what a rare far search needed is not kept
/// for all the near ones.
final class ScratchPool {

    private static final int LARGEST_KEPT = 1 << 20;

    private final WalkNetwork network;
    private final ArrayBlockingQueue<Scratch> idle = new ArrayBlockingQueue<>(
            2 * Runtime.getRuntime().availableProcessors());

    ScratchPool(WalkNetwork network) {
        this.network = network;
    }

    Scratch take() {
        @Nullable
        Scratch scratch = idle.poll();
        return scratch == null ? new Scratch(network) : scratch;
    }

    void giveBack(Scratch scratch) {
        if (scratch.capacity() <= LARGEST_KEPT) {
            scratch.clear();
            idle.offer(scratch);
        }
    }
}
