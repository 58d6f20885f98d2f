package cn.jinlin.api.graphql;

/// Asked before an operation runs, on the thread of its request.
@FunctionalInterface
public interface OperationToll {

    /// @param cost fields, each counted as often as the page sizes above it may repeat it; from 1
    /// @throws TooManyRequests when the caller has spent what may be spent for now
    void pay(int cost);
}
