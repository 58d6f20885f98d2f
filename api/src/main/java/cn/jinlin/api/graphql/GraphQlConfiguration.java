package cn.jinlin.api.graphql;

import com.github.benmanes.caffeine.cache.Ticker;
import graphql.parser.ParserOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.TimeoutWebGraphQlInterceptor;

/// Scalars, and the limits of every request.
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

    @Bean
    RuntimeWiringConfigurer commonScalars() {
        return wiring -> wiring.scalar(Scalars.DATE_TIME).scalar(Scalars.DATE);
    }

    /// A controller method runs on the thread of its request, which is a virtual one already: handing it to another would
    /// make every answer an asynchronous one and cost more than most answers do.
    @Bean
    static BeanPostProcessor stayOnTheRequestsThread() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof AnnotatedControllerConfigurer controllers) {
                    controllers.setBlockingMethodPredicate(_ -> false);
                }
                return bean;
            }
        };
    }

    @Bean
    TimeoutWebGraphQlInterceptor timeLimit(Limits limits) {
        return new TimeoutWebGraphQlInterceptor(limits.time());
    }

    @Bean
    GraphQlSourceBuilderCustomizer documentsOfRequests(Documents documents, CostLimit costs, Limits limits,
            ObjectProvider<DataFetcherExceptionResolver> failures) {
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(limits.tokens()).maxCharacters(limits.characters())));
        // Not a bean of graphql-java's own kind: beans are chained, and a chain is asked at every field of every answer.
        return builder -> builder.configureGraphQl(graphql -> {
            graphql.preparsedDocumentProvider(documents).instrumentation(costs);
            if (limits.sharing()) {
                graphql.queryExecutionStrategy(new SharedAnswers(DataFetcherExceptionResolver
                        .createExceptionHandler(failures.orderedStream().toList()), Ticker.systemTicker()));
            }
        });
    }
}
