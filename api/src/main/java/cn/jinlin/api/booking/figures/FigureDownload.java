package cn.jinlin.api.booking.figures;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.TooManyRequests;
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

/// The public figures as a file. The same parameters as the query `bookingFigures`; what is wrong with them is said in
/// words with status 400, and status 429 says that it was asked for too often.
@RestController
class FigureDownload {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType WORDS = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final FigureService figures;
    private final Messages messages;

    FigureDownload(FigureService figures, Messages messages) {
        this.figures = figures;
        this.messages = messages;
    }

    @GetMapping("/booking-figures.csv")
    ResponseEntity<byte[]> table(@RequestParam @Nullable String service, @RequestParam @Nullable String facility,
            @RequestParam(defaultValue = "12") String months, @RequestParam(defaultValue = "MONTH") String by,
            Locale locale) {
        List<FigureNode> rows = figures
                .listPublic(new FigureService.Asked(given(service), given(facility), months(months), by(by)), locale);
        var headers = new HttpHeaders();
        headers.setContentType(CSV);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename("booking-figures.csv", StandardCharsets.UTF_8).build());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
        return new ResponseEntity<>(FigureTable.write(rows, locale).getBytes(StandardCharsets.UTF_8), headers,
                HttpStatus.OK);
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

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static int months(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static FigureService.By by(String text) {
        return Arrays.stream(FigureService.By.values())
                .filter(by -> by.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInput("by", "UNKNOWN_FIGURES_BY"));
    }

    private static ResponseEntity<byte[]> words(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(WORDS).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
