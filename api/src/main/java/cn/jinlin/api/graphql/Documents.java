package cn.jinlin.api.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/// Finds the document of a request, by its text or by its hash alone, and remembers what parsing and validating it gave.
@Component
class Documents implements PreparsedDocumentProvider {

    private final TrustedDocuments trusted;
    private final Limits limits;
    private final Messages messages;
    private final Cache<String, PreparsedDocumentEntry> parsed = Caffeine.newBuilder().maximumSize(1000).build();

    Documents(TrustedDocuments trusted, Limits limits, Messages messages) {
        this.trusted = trusted;
        this.limits = limits;
        this.messages = messages;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        return CompletableFuture.completedFuture(get(input, parseAndValidate));
    }

    private PreparsedDocumentEntry get(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        String hash = hash(input);
        String text = hash == null ? input.getQuery() : trusted.find(hash).orElse(null);
        if (text == null) {
            return refusal("PERSISTED_QUERY_NOT_FOUND", input.getLocale());
        }
        boolean isTrusted = hash != null || trusted.contains(text);
        input.getGraphQLContext().put(CostLimit.TRUSTED, isTrusted);
        PreparsedDocumentEntry known = parsed.getIfPresent(text);
        if (known != null) {
            return known;
        }
        if (limits.trustedDocumentsOnly() && !isTrusted) {
            return refusal("NOT_A_TRUSTED_DOCUMENT", input.getLocale());
        }
        PreparsedDocumentEntry entry = parseAndValidate.apply(input.transform(changed -> changed.query(text)));
        if (!entry.hasErrors() && countAliases(entry.getDocument()) > limits.aliases()) {
            return refusal("TOO_MANY_ALIASES", input.getLocale(), limits.aliases());
        }
        if (!entry.hasErrors() && RootFields.ofMutations(entry.getDocument()) > limits.mutations()) {
            return refusal("TOO_MANY_MUTATIONS", input.getLocale(), limits.mutations());
        }
        if (!entry.hasErrors()) {
            parsed.put(text, entry);
        }
        return entry;
    }

    private static @Nullable String hash(ExecutionInput input) {
        return input.getExtensions().get("persistedQuery") instanceof Map<?, ?> persisted
                && persisted.get("sha256Hash") instanceof String hash ? hash : null;
    }

    private static int countAliases(Document document) {
        int[] aliases = {0};
        new NodeTraverser().preOrder(new NodeVisitorStub() {
            @Override
            @SuppressWarnings("rawtypes") // as graphql-java declares it
            public TraversalControl visitField(Field field, TraverserContext<graphql.language.Node> context) {
                if (field.getAlias() != null) {
                    aliases[0]++;
                }
                return TraversalControl.CONTINUE;
            }
        }, document);
        return aliases[0];
    }

    private PreparsedDocumentEntry refusal(String code, Locale locale, Object... arguments) {
        return new PreparsedDocumentEntry(List.of(GraphQLError.newError()
                .errorType(ErrorType.BAD_REQUEST)
                .message("%s", messages.get(code, locale, arguments))
                .extensions(Map.of("code", code))
                .build()));
    }
}
