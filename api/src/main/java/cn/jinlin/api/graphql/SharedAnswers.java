package cn.jinlin.api.graphql;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import graphql.ExecutionResult;
import graphql.TrivialDataFetcher;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.language.Document;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import org.jspecify.annotations.Nullable;

/// Queries whose answer is the same for everybody, asked by many at once: an equal one within the time that the schema's
/// `@shared` states is answered with what the first one gave, and those who ask while it is being found wait for it.
///
/// Only where nothing below the field can know who asks: each of its fields is computed from its object alone. What
/// failed is not shared. Whoever asks pays for the answer all the same.
final class SharedAnswers extends AsyncExecutionStrategy {

    private static final int MOST = 64;

    private final AsyncCache<Question, Shared> answers;

    SharedAnswers(DataFetcherExceptionHandler failures, Ticker ticker) {
        super(failures);
        this.answers = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .expireAfter(Expiry.writing((Question _, Shared answer) -> answer.life()))
                .buildAsync();
    }

    /// What is asked; documents that are remembered are the same object.
    private record Question(Document document, @Nullable String operation, Map<String, Object> variables,
            Locale locale) {}

    /// @param life zero where it must not be shared
    private record Shared(ExecutionResult result, Duration life) {}

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context, ExecutionStrategyParameters asked) {
        int seconds = sharedFor(context, asked);
        if (seconds == 0) {
            return super.execute(context, asked);
        }
        var question = new Question(context.getDocument(), context.getExecutionInput().getOperationName(),
                context.getCoercedVariables().toMap(), context.getLocale());
        CompletableFuture<Shared> known = answers.getIfPresent(question);
        if (known == null && !isSameForEverybody(context)) {
            return super.execute(context, asked);
        }
        return answers
                .get(question, (_, _) -> super.execute(context, asked).thenApply(result -> new Shared(result,
                        result.getErrors().isEmpty() ? Duration.ofSeconds(seconds) : Duration.ZERO)))
                .thenApply(Shared::result);
    }

    private static int sharedFor(ExecutionContext context, ExecutionStrategyParameters asked) {
        Map<String, MergedField> fields = asked.getFields().getSubFields();
        if (fields.size() != 1) {
            return 0;
        }
        GraphQLFieldDefinition root = context.getGraphQLSchema()
                .getQueryType()
                .getFieldDefinition(fields.values().iterator().next().getName());
        GraphQLAppliedDirective shared = root == null ? null : root.getAppliedDirective("shared");
        return shared == null ? 0 : shared.getArgument("seconds").<Integer>getValue();
    }

    private static boolean isSameForEverybody(ExecutionContext context) {
        boolean[] isPlain = {true};
        QueryTraverser.newQueryTraverser()
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(context.getExecutionInput().getOperationName())
                .coercedVariables(context.getCoercedVariables())
                .build()
                .visitPreOrder(new QueryVisitorStub() {
                    @Override
                    public void visitField(QueryVisitorFieldEnvironment field) {
                        isPlain[0] &= field.getParentEnvironment() == null || isPlain(context, field);
                    }
                });
        return isPlain[0];
    }

    private static boolean isPlain(ExecutionContext context, QueryVisitorFieldEnvironment field) {
        GraphQLFieldsContainer parent = field.getFieldsContainer();
        return field.isTypeNameIntrospectionField() || (parent instanceof GraphQLObjectType type
                && context.getGraphQLSchema()
                        .getCodeRegistry()
                        .getDataFetcher(FieldCoordinates.coordinates(type, field.getFieldDefinition()),
                                field.getFieldDefinition()) instanceof TrivialDataFetcher);
    }
}
