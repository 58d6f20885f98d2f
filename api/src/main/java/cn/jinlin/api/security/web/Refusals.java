package cn.jinlin.api.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.security.RecordAwayException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Answers of the doors themselves, in the shape GraphQL clients read and in the caller's language.
@Component
class Refusals implements AuthenticationEntryPoint {

    private static final String RETRY_SECONDS = "10";

    private final Messages messages;
    private final LocaleResolver languages;
    private final JsonMapper json;

    Refusals(Messages messages, LocaleResolver languages, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        switch (refused) {
            case RecordAwayException _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                write(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "SIGN_INS_UNKNOWN");
            }
            case InvalidBearerTokenException _ -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "TOKEN_REFUSED");
            }
            default -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "UNAUTHORIZED");
            }
        }
    }

    /// @param code of a message
    void write(HttpServletRequest request, HttpServletResponse response, int status, String code) throws IOException {
        String message = messages.get(code, languages.resolveLocale(request));
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body = json.writeValueAsString(
                Map.of("errors", List.of(Map.of("message", message, "extensions", Map.of("code", code)))))
                .getBytes(StandardCharsets.UTF_8);
        response.getOutputStream().write(body);
    }
}
