package cn.jinlin.api.security.web;

import cn.jinlin.api.security.PortalContentPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Deny by default: the portal's files, the API's door and the health of the service are open, nothing else is.
/// Whoever passes the API's door is still asked by each service what they may do.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /// The portal asks where a resident is, and for nothing else a browser could give.
    private static final String PERMISSIONS = "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), serial=(), "
            + "bluetooth=(), midi=(), display-capture=(), browsing-topics=()";

    @Bean
    @Order(2)
    SecurityFilterChain security(HttpSecurity http, PortalContentPolicy content, PortalCookies cookies, OwnOrigin own,
            Refusals refusals, JwtDecoder tokens) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(HttpMethod.POST, "/graphql")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                // The guard below asks more of a request than a token in a form would, and keeps nothing for it.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new CookieGuard(cookies, own, refusals), BearerTokenAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server
                        .bearerTokenResolver(new TokenOfRequest(cookies, tokens))
                        .authenticationEntryPoint(refusals)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(TokenRoles.converter())))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(content.directives()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(
                                resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS)))
                .build();
    }
}
