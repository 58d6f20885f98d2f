package cn.jinlin.api.graphql;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/// What fails before GraphQL begins (a body that is no JSON, or too large) is answered in the shape GraphQL clients read.
@Component
class RequestFailures extends DefaultErrorAttributes {

    private final Messages messages;
    private final Limits limits;

    RequestFailures(Messages messages, Limits limits) {
        this.messages = messages;
        this.limits = limits;
    }

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
        if (!"/graphql"
                .equals(request.getAttribute("jakarta.servlet.error.request_uri", RequestAttributes.SCOPE_REQUEST))) {
            return attributes;
        }
        String code = switch (Objects.toString(attributes.get("status"))) {
            case "400" -> "BAD_JSON";
            case "413" -> "BODY_TOO_LARGE";
            case "405", "406", "415" -> "NOT_A_GRAPHQL_REQUEST";
            default -> "REQUEST_FAILED";
        };
        String message = messages.get(code, request.getLocale(), limits.bodyBytes() / 1024);
        return Map.of("errors", List.of(Map.of("message", message, "extensions", Map.of("code", code))));
    }
}
