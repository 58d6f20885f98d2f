package cn.jinlin.api.graphql;

import java.util.Objects;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;

/// A field that is computed from its object alone, without waiting for anything.
///
/// Such fields are asked a thousand times for one page of results; being trivial spares each the restoring of thread
/// context that a controller method gets.
///
/// @param <S> the object the field belongs to
@FunctionalInterface
public interface PlainField<S> extends TrivialDataFetcher<@Nullable Object> {

    @Nullable
    Object of(S source, DataFetchingEnvironment environment);

    @Override
    @SuppressWarnings("unchecked") // the schema's type decides what the source is
    default @Nullable Object get(DataFetchingEnvironment environment) {
        return of((S) Objects.requireNonNull(environment.getSource()), environment);
    }
}
