package cn.jinlin.api.security.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what another site makes somebody's browser send. Only where a cookie would sign the request: whoever brings a
/// bearer token in a header is not asked, because browsers add none by themselves.
class CookieGuard extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final PortalCookies cookies;
    private final OwnOrigin own;
    private final Refusals refusals;

    CookieGuard(PortalCookies cookies, OwnOrigin own, Refusals refusals) {
        this.cookies = cookies;
        this.own = own;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean isHarmless = HARMLESS.contains(request.getMethod()) && !isSocket(request);
        return isHarmless || cookies.findAccess(request).isEmpty()
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSocket(request) ? own.isNamed(request) : own.isPortal(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.write(request, response, HttpServletResponse.SC_FORBIDDEN, "CROSS_SITE_REQUEST");
        }
    }

    /// A socket opens with a GET, and then says anything.
    private static boolean isSocket(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }
}
