package cn.jinlin.api.graphql;

import org.jspecify.annotations.Nullable;

/// Where a Relay connection's page stands in the whole list.
public record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
        @Nullable String endCursor) {}
