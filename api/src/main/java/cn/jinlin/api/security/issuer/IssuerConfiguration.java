package cn.jinlin.api.security.issuer;

import java.util.List;

import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.security.PortalContentPolicy;
import cn.jinlin.api.security.web.PortalCookies;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;

/// The issuer's endpoints: tokens, their revocation, and the public keys. People prove who they are by grants, not by
/// being sent to a page and back; so there is no authorization endpoint, and nothing that could send them elsewhere.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class IssuerConfiguration {

    private static final String REVOKE = "/oauth2/revoke";
    private static final String JWKS = "/oauth2/jwks";

    @Bean
    AuthorizationServerSettings issuerEndpoints(IssuerSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .tokenEndpoint(PortalCookies.TOKEN_ENDPOINT)
                .tokenRevocationEndpoint(REVOKE)
                .jwkSetEndpoint(JWKS)
                .build();
    }

    /// Spring asks for one; sessions are kept in the record, and nothing is ever put here.
    @Bean
    OAuth2AuthorizationService noAuthorizationsBesideSessions() {
        return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuer(HttpSecurity http, RegisteredClientRepository clients,
            OAuth2AuthorizationService authorizations, TokenRequests requests, TokenProvider tokens,
            TokenAnswers answers, RevocationProvider revocation, PortalContentPolicy content) throws Exception {
        var publicClient = new PublicClient(clients);
        return http.securityMatcher(PortalCookies.TOKEN_ENDPOINT, REVOKE, JWKS)
                .oauth2AuthorizationServer(server -> server
                        .clientAuthentication(client -> client
                                .authenticationConverters(all -> replace(all, List.of(publicClient,
                                        new ClientSecretBasicAuthenticationConverter(),
                                        new ClientSecretPostAuthenticationConverter())))
                                .authenticationProviders(all -> replace(all, List.of(publicClient,
                                        new ClientSecretAuthenticationProvider(clients, authorizations))))
                                .errorResponseHandler(answers))
                        .tokenEndpoint(endpoint -> endpoint
                                .accessTokenRequestConverters(all -> replace(all, List.of(requests)))
                                .authenticationProviders(all -> replace(all, List.of(tokens)))
                                .accessTokenResponseHandler(answers)
                                .errorResponseHandler(answers))
                        .tokenRevocationEndpoint(endpoint -> endpoint
                                .authenticationProviders(all -> replace(all, List.of(revocation)))
                                .errorResponseHandler(answers)))
                .authorizeHttpRequests(all -> all.requestMatchers(HttpMethod.GET, JWKS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(content.directives())))
                .build();
    }

    private static <T> void replace(List<T> all, List<? extends T> wanted) {
        all.clear();
        all.addAll(wanted);
    }
}
