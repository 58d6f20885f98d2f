package cn.jinlin.api.limits;

import java.io.IOException;
import java.util.Enumeration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 431 to more than 16 KB of request headers, before anything reads them. What goes beyond the server's own
/// buffer (64 KB) is refused by the server itself.
@Component
@Order(HeaderLimit.BEFORE_REQUEST_LIMIT)
class HeaderLimit extends OncePerRequestFilter {

    static final int BEFORE_REQUEST_LIMIT = RequestLimit.BEFORE_SECURITY - 2;
    private static final int MOST_CHARACTERS = 16 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (characters(request) > MOST_CHARACTERS) {
            response.setStatus(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.value());
            response.setHeader("Connection", "close");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static int characters(HttpServletRequest request) {
        int sum = request.getRequestURI().length()
                + (request.getQueryString() == null ? 0 : request.getQueryString().length());
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            Enumeration<String> values = request.getHeaders(name);
            while (values.hasMoreElements()) {
                sum += name.length() + values.nextElement().length();
            }
        }
        return sum;
    }
}
