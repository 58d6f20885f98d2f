package cn.jinlin.api.security;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the portal's pages may load: their own origin, and map tiles from the configured hosts.
///
/// @param tiles URL template of a tile layer, for example `https://tiles.example.cn/{z}/{x}/{y}.png`; none by default
@ConfigurationProperties("jinlin.map")
public record PortalContentPolicy(@DefaultValue List<String> tiles) {

    String directives() {
        String hosts = tiles.stream()
                .map(PortalContentPolicy::origin)
                .distinct()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
        return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:" + hosts
                + "; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String origin(String template) {
        URI address = URI.create(template.replaceAll("\\{s}", "a").replaceAll("[{}]", ""));
        return address.getScheme() + "://" + address.getAuthority();
    }
}
