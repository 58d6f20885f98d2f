package cn.jinlin.api.live;

import java.util.concurrent.ArrayBlockingQueue;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;

/// One subscription on this node, with what waits for it.
final class LiveFollower {

    private final String topic;
    private final Sinks.Many<LiveEvent> waiting;
    private long offered;

    /// @param offered position from which it already has everything
    LiveFollower(String topic, long offered, int buffer) {
        this.topic = topic;
        this.offered = offered;
        this.waiting = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer));
    }

    String topic() {
        return topic;
    }

    Flux<LiveEvent> events() {
        return waiting.asFlux();
    }

    /// Called by one thread only.
    ///
    /// @return false when it takes nothing any more
    boolean offer(LiveEvent event) {
        if (event.position() <= offered) {
            return true;
        }
        offered = event.position();
        EmitResult result = waiting.tryEmitNext(event);
        if (result == EmitResult.FAIL_OVERFLOW) {
            // The rest of its buffer is still told, then this.
            waiting.tryEmitError(new SlowClientException());
        }
        return result == EmitResult.OK;
    }
}
