package cn.jinlin.api.support;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/// Counts the statements that request threads send to PostgreSQL; what runs in the background does not count.
@TestComponent
public class CountedStatements implements BeanPostProcessor {

    private static final Set<String> BACKGROUND = Set.of("indexer", "walk-map", "coverage", "places", "sessions",
            "journals", "live", "notifier", "code-sender", "personal-data", "staff-news", "attendance",
            "slots", "releases");

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource source)) {
            return bean;
        }
        return ProxyDataSourceBuilder.create(source).listener(new QueryExecutionListener() {
            @Override
            public void beforeQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {
                String thread = Thread.currentThread().getName();
                if (!BACKGROUND.contains(thread) && !thread.startsWith("scheduling-")) {
                    count.addAndGet(queries.size());
                }
            }

            @Override
            public void afterQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {}
        }).build();
    }

    public void reset() {
        count.set(0);
    }

    public int count() {
        return count.get();
    }
}
