package cn.jinlin.api.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives the errors of graphql-java (syntax, validation, limits, variables that do not fit) a stable code and words in
/// the caller's language; its own English text follows, because it names the place.
@Component
class RequestErrors implements WebGraphQlInterceptor {

    private final Messages messages;

    RequestErrors(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .map(response -> response.getErrors().stream().allMatch(RequestErrors::hasCode)
                        ? response
                        : response.transform(changed -> changed.errors(explain(response, request.getLocale()))));
    }

    private List<GraphQLError> explain(WebGraphQlResponse response, Locale locale) {
        return response.getExecutionResult().getErrors().stream().map(error -> explain(error, locale)).toList();
    }

    private GraphQLError explain(GraphQLError error, Locale locale) {
        if (error.getExtensions() != null && error.getExtensions().containsKey("code")) {
            return error;
        }
        String code = code(error.getErrorType());
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.put("code", code);
        var explained = GraphQLError.newError()
                .errorType(error.getErrorType())
                .message("%s", messages.get(code, locale, error.getMessage()))
                .extensions(extensions);
        if (error.getLocations() != null) {
            explained.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            explained.path(error.getPath());
        }
        return explained.build();
    }

    private static boolean hasCode(ResponseError error) {
        return error.getExtensions().containsKey("code");
    }

    private static String code(ErrorClassification type) {
        return switch (type) {
            case ErrorType.InvalidSyntax -> "GRAPHQL_SYNTAX";
            case ErrorType.ExecutionAborted -> "TOO_COSTLY";
            default -> "GRAPHQL_VALIDATION";
        };
    }
}
