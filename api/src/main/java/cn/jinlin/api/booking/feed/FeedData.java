package cn.jinlin.api.booking.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import org.springframework.stereotype.Component;

/// Calendar feeds in the copy of a person's data, and in its erasure: no address opens the calendar of nobody.
@Component
class FeedData implements PersonalDataSource, PersonalDataEraser {

    private final Feeds feeds;

    FeedData(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String name() {
        return "calendar-feed";
    }

    /// Without the address: the record does not have it.
    @Override
    public List<Map<String, String>> list(UUID resident) {
        return feeds.find(resident).stream().map(feed -> {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("since", feed.createdAt().toString());
            if (feed.fetchedAt() != null) {
                fields.put("fetchedAt", feed.fetchedAt().toString());
            }
            return fields;
        }).toList();
    }

    @Override
    public Outcome erase(UUID resident) {
        return Outcome.removed(feeds.revoke(resident) ? 1 : 0);
    }
}
