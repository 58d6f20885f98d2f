package cn.jinlin.api.security.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import cn.jinlin.api.security.IssuerSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Whether a request that carries cookies was made by the portal itself.
///
/// Two proofs are asked for: the browser must not say that another origin made it, and it must carry a header that no form
/// can send and no script of another origin may.
@Component
public class OwnOrigin {

    /// What the portal sends with everything but GET; any text.
    public static final String HEADER = "X-Jinlin-Portal";

    private final IssuerSettings settings;

    OwnOrigin(IssuerSettings settings) {
        this.settings = settings;
    }

    public boolean isPortal(HttpServletRequest request) {
        return request.getHeader(HEADER) != null && isSameOrigin(request);
    }

    /// Whether the browser does not say otherwise. Browsers of the last years always say.
    public boolean isSameOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isOurs(origin, request.getHeader(HttpHeaders.HOST));
    }

    /// Whether the browser says so itself, as it does of every socket.
    public boolean isNamed(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ORIGIN) != null && isSameOrigin(request);
    }

    /// The configured address; or the one the request was sent to, where a browser reaches the service under another name.
    public boolean isOurs(String origin, @Nullable String host) {
        if (origin.equals(settings.issuer().toString())) {
            return true;
        }
        try {
            URI from = new URI(origin);
            return host != null && from.getAuthority() != null
                    && from.getAuthority().toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT))
                    && ("https".equals(from.getScheme()) || !settings.isSecure());
        } catch (URISyntaxException odd) {
            return false;
        }
    }
}
