package cn.jinlin.api.circle.coverage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.TooManyRequests;
import cn.jinlin.api.limits.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The coverage of all neighbourhoods as a file. The same parameters as the query `coverage`; what is wrong with them
/// is said in words with status 400, status 404 says that no network or no homes
/// are known, and status 429 that it was asked for too often.
@RestController
class CoverageDownload {

    /// Who loads the table again and again gets the one of a moment ago from the nearest cache.
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType WORDS = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final CoverageService service;
    private final Messages messages;
    private final RateLimits limits;

    CoverageDownload(CoverageService service, Messages messages, RateLimits limits) {
        this.service = service;
        this.messages = messages;
        this.limits = limits;
    }

    @GetMapping("/coverage.csv")
    ResponseEntity<byte[]> table(@RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "ADULT") String profile, @RequestParam @Nullable String subdistrict,
            Locale locale) {
        limits.require("coverage-download");
        Optional<Coverage> coverage = service.find(category, walker(profile), subdistrict);
        if (coverage.isEmpty()) {
            return words(HttpStatus.NOT_FOUND, messages.get("NO_COVERAGE_YET", locale));
        }
        var headers = new HttpHeaders();
        headers.setContentType(CSV);
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename("coverage-" + coverage.get().category().code() + "-" + profile + ".csv",
                        StandardCharsets.UTF_8)
                .build());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
        return new ResponseEntity<>(CoverageTable.write(coverage.get(), locale).getBytes(StandardCharsets.UTF_8),
                headers, HttpStatus.OK);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(BadInput refused, Locale locale) {
        return words(HttpStatus.BAD_REQUEST,
                refused.field() + ": " + messages.get(refused.reason(), locale, refused.arguments().toArray()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(TooManyRequests often, Locale locale) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(often.secondsToWait()))
                .contentType(WORDS)
                .body(messages.get(TooManyRequests.CODE, locale, often.secondsToWait())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Walker walker(String profile) {
        return Arrays.stream(Walker.values())
                .filter(walker -> walker.name().equals(profile))
                .findFirst()
                .orElseThrow(() -> new BadInput("profile", "UNKNOWN_WALK_PROFILE"));
    }

    private static ResponseEntity<byte[]> words(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(WORDS).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
