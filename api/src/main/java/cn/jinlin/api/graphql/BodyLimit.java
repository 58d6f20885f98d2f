package cn.jinlin.api.graphql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/// Refuses a GraphQL request body above the limit before it is held in memory, whether or not it states its length.
@Component
class BodyLimit extends OncePerRequestFilter {

    private final int limit;
    private final Messages messages;
    private final LocaleResolver locales;

    BodyLimit(Limits limits, Messages messages, LocaleResolver locales) {
        this.limit = limits.bodyBytes();
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/graphql");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request.getContentLengthLong() >= 0 ? request : new Counted(request, limit), response);
        } catch (IOException | ServletException | RuntimeException failed) {
            if (!isTooLarge(failed) || response.isCommitted()) {
                throw failed;
            }
            refuse(request, response);
        }
    }

    private static boolean isTooLarge(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        String message = messages.get("BODY_TOO_LARGE", locales.resolveLocale(request), limit / 1024);
        response.getOutputStream()
                .write("{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"BODY_TOO_LARGE\"}}]}"
                        .formatted(message)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static class BodyTooLarge extends IOException {}

    /// Counts a body sent in chunks.
    private static class Counted extends HttpServletRequestWrapper {

        private final int limit;

        Counted(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream body = super.getInputStream();
            return new ServletInputStream() {

                private int read;

                @Override
                public int read() throws IOException {
                    int next = body.read();
                    return next < 0 ? next : count(1, next);
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int got = body.read(into, offset, length);
                    return got < 0 ? got : count(got, got);
                }

                private int count(int bytes, int result) throws BodyTooLarge {
                    read += bytes;
                    if (read > limit) {
                        throw new BodyTooLarge();
                    }
                    return result;
                }

                @Override
                public boolean isFinished() {
                    return body.isFinished();
                }

                @Override
                public boolean isReady() {
                    return body.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    body.setReadListener(listener);
                }
            };
        }
    }
}
