package cn.jinlin.api.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLAppliedDirective;

/// A field costs one, or what its `@cost` says, and what is below a list costs as often as the asked page size may repeat
/// it.
class PageSizeComplexity implements FieldComplexityCalculator {

    /// Above any allowed page; keeps the sum far from overflow.
    private static final int MOST = 1000;

    @Override
    public int calculate(FieldComplexityEnvironment environment, int childComplexity) {
        Object first = environment.getArguments().get("first");
        int times = first instanceof Integer size ? Math.clamp(size, 1, MOST) : 1;
        return (int) Math.min(Integer.MAX_VALUE / 4, own(environment) + (long) childComplexity * times);
    }

    private static int own(FieldComplexityEnvironment environment) {
        GraphQLAppliedDirective cost = environment.getFieldDefinition().getAppliedDirective("cost");
        return cost == null ? 1 : cost.getArgument("weight").<Integer>getValue();
    }
}
