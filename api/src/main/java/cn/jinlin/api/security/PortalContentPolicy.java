package cn.jinlin.api.security;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the portal's pages may load: their own origin, and map tiles from the configured hosts.
///
/// @param tiles layers of the map, the lowest first; none by default
@ConfigurationProperties("jinlin.map")
public record PortalContentPolicy(@DefaultValue List<Tiles> tiles) {

    /// A tile layer.
    ///
    /// @param url template, for example `https://tiles.example.cn/{z}/{x}/{y}.png`
    /// @param attribution whom the licence wants named on the map
    public record Tiles(String url, @DefaultValue("") String attribution) {}

    /// The value of `Content-Security-Policy`.
    public String directives() {
        String hosts = tiles.stream()
                .map(layer -> origin(layer.url()))
                .distinct()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:" + hosts
                + "; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'"
                + "; form-action 'self'; frame-ancestors 'none'";
    }

    /// `{s}` stands for one of several hosts of the same domain.
    private static String origin(String template) {
        URI address = URI.create(template.replace("{s}", "any-subdomain").replaceAll("[{}]", ""));
        return address.getScheme() + "://" + address.getAuthority().replace("any-subdomain", "*");
    }
}
