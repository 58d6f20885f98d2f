package cn.jinlin.api.limits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.TooManyRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Counts requests by address before anything is done for them: no token is checked, no body read. The portal's files
/// cost next to nothing and are not counted.
@Component
@Order(RequestLimit.BEFORE_SECURITY)
class RequestLimit extends OncePerRequestFilter {

    /// Spring Security's own filters stand at -100.
    static final int BEFORE_SECURITY = -104;
    private static final String PURPOSE = "requests";
    private static final Set<String> COUNTED = Set.of("/graphql", "/coverage.csv", "/booking-figures.csv");

    private final RateLimits limits;
    private final Messages messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    RequestLimit(RateLimits limits, Messages messages, LocaleResolver locales, JsonMapper json) {
        this.limits = limits;
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !COUNTED.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RateLimits.Answer answer = limits.take(PURPOSE, Caller.at(request.getRemoteAddr()).key(), 1);
        if (answer.isAllowed()) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response, answer.secondsToWait());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        String message = messages.get(TooManyRequests.CODE, locales.resolveLocale(request), seconds);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsString(Map.of("errors", List.of(Map.of("message", message, "extensions",
                        Map.of("code", TooManyRequests.CODE, TooManyRequests.SECONDS, seconds)))))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
