package cn.jinlin.api.graphql;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import cn.jinlin.api.support.Storm;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.TrivialDataFetcher;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedAnswersTest {

    private static final String SCHEMA = """
            directive @shared(seconds: Int!) on FIELD_DEFINITION
            type Query { times(day: String): Times! @shared(seconds: 1)  alone: Times! }
            type Times { free: Int  mine: Int }""";
    private static final String FREE = "query($day: String) { times(day: $day) { free } }";

    private final AtomicInteger looked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, PreparsedDocumentEntry> known = new java.util.concurrent.ConcurrentHashMap<>();
    private DataFetcher<Object> times = _ -> looked.incrementAndGet();
    private final GraphQL graphQl = graphQl();

    private GraphQL graphQl() {
        DataFetcher<Object> look = environment -> Objects.requireNonNull(times.get(environment));
        TrivialDataFetcher<Object> free = environment -> Objects.requireNonNull(environment.getSource());
        DataFetcher<Object> mine = environment -> Objects.requireNonNull(environment.getSource());
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("times", look).dataFetcher("alone", look))
                .type("Times", type -> type.dataFetcher("free", free).dataFetcher("mine", mine))
                .build();
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring))
                .queryExecutionStrategy(new SharedAnswers(new SimpleDataFetcherExceptionHandler(), nanos::get))
                .preparsedDocumentProvider((input, parse) -> java.util.concurrent.CompletableFuture
                        .completedFuture(known.computeIfAbsent(input.getQuery(), _ -> parse.apply(input))))
                .build();
    }

    private ExecutionResult ask(String query, Map<String, Object> variables, Locale locale) {
        return graphQl.execute(
                ExecutionInput.newExecutionInput().query(query).variables(variables).locale(locale).build());
    }

    private String ask(String query) {
        return ask(query, Map.of(), Locale.CHINA).getData().toString();
    }

    @Test
    void whoAsksTheSameWithinTheSecondIsToldTheSame() {
        assertThat(ask(FREE)).isEqualTo(ask(FREE)).isEqualTo("{times={free=1}}");
        assertThat(looked).hasValue(1);
    }

    @Test
    void aSecondLaterItIsLookedAtAgain() {
        ask(FREE);
        nanos.addAndGet(Duration.ofMillis(1001).toNanos());
        assertThat(ask(FREE)).isEqualTo("{times={free=2}}");
    }

    @Test
    void anotherQuestionOrLanguageIsAnotherAnswer() {
        ask(FREE);
        ask(FREE, Map.of("day", "2026-10-01"), Locale.CHINA);
        ask(FREE, Map.of(), Locale.ENGLISH);
        ask("{ times { free } }");
        assertThat(looked).hasValue(4);
    }

    @Test
    void whatMayDependOnWhoAsksIsNeverShared() {
        String mine = "{ times { free mine } }";
        assertThat(ask(mine)).isNotEqualTo(ask(mine));
    }

    @Test
    void aFieldThatDoesNotSaySoIsNeverShared() {
        assertThat(ask("{ alone { free } }")).isNotEqualTo(ask("{ alone { free } }"));
        assertThat(ask("{ times { free } alone { free } }")).isNotEqualTo(ask("{ times { free } alone { free } }"));
    }

    @Test
    void aFailureIsToldToWhoeverMetItAndNobodyElse() {
        times = _ -> {
            throw new IllegalStateException("away");
        };
        assertThat(ask(FREE, Map.of(), Locale.CHINA).getErrors()).hasSize(1);
        times = _ -> looked.incrementAndGet();
        assertThat(ask(FREE)).isEqualTo("{times={free=1}}");
    }

    @Test
    void manyWhoAskAtOnceAreAnsweredByOneLook() {
        times = _ -> {
            Thread.onSpinWait();
            return looked.incrementAndGet();
        };
        assertThat(Storm.of(50, _ -> () -> ask(FREE)).all()).containsOnly("{times={free=1}}");
        assertThat(looked).hasValue(1);
    }
}
