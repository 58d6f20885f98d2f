package cn.jinlin.api.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.AbortExecutionException;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/// Refuses documents that nest too deep or ask for too much, before anything is fetched.
///
/// The portal's own documents were weighed when they were written, and page sizes are bounded by the services: weighing
/// them again with every request would cost as much as a small answer. What they pay is weighed once, for pages of the
/// usual size.
@Component
class CostLimit extends SimplePerformantInstrumentation {

    /// Key in the request's context: whether its document came with this build.
    static final Object TRUSTED = CostLimit.class;

    private static final int USUAL_PAGE = 20;

    private final MaxQueryDepthInstrumentation depth;
    private final PageSizeComplexity perField = new PageSizeComplexity();
    private final int most;
    private final Messages messages;
    private final @Nullable OperationToll toll;
    private final Cache<Document, Integer> weights = Caffeine.newBuilder().weakKeys().build();

    CostLimit(Limits limits, Messages messages, ObjectProvider<OperationToll> toll) {
        this.messages = messages;
        this.toll = toll.getIfAvailable();
        depth = new MaxQueryDepthInstrumentation(limits.depth());
        most = limits.complexity();
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext execution = parameters.getExecutionContext();
        if (execution.getGraphQLContext().getBoolean(TRUSTED)) {
            if (toll != null) {
                pay(toll, weights.get(execution.getDocument(), _ -> weight(execution)), execution.getLocale());
            }
            return null;
        }
        int complexity = complexity(execution, execution.getCoercedVariables());
        if (toll != null) {
            pay(toll, complexity, execution.getLocale());
        }
        if (complexity > most) {
            throw new AbortExecutionException("maximum query complexity exceeded " + complexity + " > " + most);
        }
        return depth.beginExecuteOperation(parameters, state);
    }

    private void pay(OperationToll toll, int cost, Locale locale) {
        try {
            toll.pay(Math.max(1, cost));
        } catch (TooManyRequests often) {
            throw new AbortExecutionException(List.of(GraphQLError.newError()
                    .errorType(ErrorType.FORBIDDEN)
                    .message("%s", messages.get(TooManyRequests.CODE, locale, often.secondsToWait()))
                    .extensions(Map.of("code", TooManyRequests.CODE, TooManyRequests.SECONDS, often.secondsToWait()))
                    .build()));
        }
    }

    private int weight(ExecutionContext execution) {
        Map<String, Object> variables = new HashMap<>(execution.getCoercedVariables().toMap());
        variables.replace("first", USUAL_PAGE);
        return complexity(execution, CoercedVariables.of(variables));
    }

    private int complexity(ExecutionContext execution, CoercedVariables variables) {
        return QueryComplexityCalculator.newCalculator()
                .fieldComplexityCalculator(perField)
                .schema(execution.getGraphQLSchema())
                .document(execution.getDocument())
                .operationName(execution.getExecutionInput().getOperationName())
                .variables(variables)
                .build()
                .calculate();
    }
}
