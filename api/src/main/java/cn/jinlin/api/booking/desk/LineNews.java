package cn.jinlin.api.booking.desk;

import cn.jinlin.api.live.LiveEvents;
import org.springframework.stereotype.Component;

/// Tells desks and screens that the line of their facility changed.
@Component
class LineNews {

    private final LiveEvents live;

    LineNews(LiveEvents live) {
        this.live = live;
    }

    void tell(long facility) {
        live.publish(topic(facility), Long.toString(facility));
    }

    static String topic(long facility) {
        return "desk-line:" + facility;
    }
}
