package cn.jinlin.api.security.issuer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.security.web.PortalCookies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What this issuer can do, RFC 8414. Written by hand: the framework's document would promise pages and flows that there
/// are none of.
@RestController
@ConditionalOnWebApplication
class Discovery {

    private static final List<String> CLIENT_METHODS = List.of("none", "client_secret_basic", "client_secret_post");

    private final Map<String, Object> document = new LinkedHashMap<>();

    Discovery(IssuerSettings settings, AuthorizationServerSettings endpoints, ObjectProvider<Grant> grants) {
        String issuer = settings.issuer().toString();
        document.put("issuer", issuer);
        document.put("token_endpoint", issuer + PortalCookies.TOKEN_ENDPOINT);
        document.put("revocation_endpoint", issuer + endpoints.getTokenRevocationEndpoint());
        document.put("jwks_uri", issuer + endpoints.getJwkSetEndpoint());
        document.put("grant_types_supported",
                Stream.concat(Stream.of(TokenRequests.REFRESH), grants.stream().map(Grant::type).sorted()).toList());
        document.put("response_types_supported", List.of());
        document.put("subject_types_supported", List.of("public"));
        document.put("token_endpoint_auth_methods_supported", CLIENT_METHODS);
        document.put("revocation_endpoint_auth_methods_supported", CLIENT_METHODS);
        document.put("ui_locales_supported", List.of("zh-CN", "en"));
    }

    @GetMapping({"/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"})
    Map<String, Object> document() {
        return document;
    }
}
