package cn.jinlin.api.limits;

import cn.jinlin.api.graphql.OperationToll;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Operations pay by their cost, whatever and however many they are.
@Component
@ConditionalOnProperty(name = "jinlin.limits.enabled", havingValue = "true", matchIfMissing = true)
class CostToll implements OperationToll {

    private static final String PURPOSE = "operation-cost";

    private final RateLimits limits;

    CostToll(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void pay(int cost) {
        limits.require(PURPOSE, cost);
    }
}
