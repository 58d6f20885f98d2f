package cn.jinlin.api.graphql;

import graphql.ExecutionResult;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Refuses documents that nest too deep or ask for too much, before anything is fetched.
///
/// The portal's own documents were weighed when they were written, and page sizes are bounded by the services: weighing
/// them again with every request would cost as much as a small answer.
@Component
class CostLimit extends SimplePerformantInstrumentation {

    /// Key in the request's context: whether its document came with this build.
    static final Object TRUSTED = CostLimit.class;

    private final MaxQueryDepthInstrumentation depth;
    private final PageSizeComplexity perField = new PageSizeComplexity();
    private final int most;

    CostLimit(Limits limits) {
        depth = new MaxQueryDepthInstrumentation(limits.depth());
        most = limits.complexity();
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext execution = parameters.getExecutionContext();
        if (execution.getGraphQLContext().getBoolean(TRUSTED)) {
            return null;
        }
        int complexity = complexity(execution);
        if (complexity > most) {
            throw new AbortExecutionException("maximum query complexity exceeded " + complexity + " > " + most);
        }
        return depth.beginExecuteOperation(parameters, state);
    }

    private int complexity(ExecutionContext execution) {
        return QueryComplexityCalculator.newCalculator()
                .fieldComplexityCalculator(perField)
                .schema(execution.getGraphQLSchema())
                .document(execution.getDocument())
                .operationName(execution.getExecutionInput().getOperationName())
                .variables(execution.getCoercedVariables())
                .build()
                .calculate();
    }
}
