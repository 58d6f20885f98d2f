package cn.jinlin.api.booking.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import cn.jinlin.api.graphql.TooManyRequests;
import cn.jinlin.api.limits.RateLimits;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The door for calendar programs. Whoever has the address has the calendar; who has none is told 404, whether there ever
/// was one or not.
@RestController
class CalendarDownload {

    private static final String LIMIT = "calendar-feed";
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final FeedService feeds;
    private final RateLimits limits;

    CalendarDownload(FeedService feeds, RateLimits limits) {
        this.feeds = feeds;
        this.limits = limits;
    }

    @GetMapping("/calendar/{secret:[A-Za-z0-9_-]{1,64}}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String secret) {
        limits.require(LIMIT);
        return feeds.open(secret).map(file -> {
            var headers = new HttpHeaders();
            headers.setContentType(CALENDAR);
            headers.setCacheControl(CacheControl.maxAge(KEPT).cachePrivate());
            // No other page, and no search engine, learns the address.
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Robots-Tag", "noindex");
            return new ResponseEntity<>(file.getBytes(StandardCharsets.UTF_8), headers, HttpStatus.OK);
        }).orElseGet(() -> ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build());
    }

    @ExceptionHandler
    ResponseEntity<Void> refuse(TooManyRequests often) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(often.secondsToWait()))
                .build();
    }
}
