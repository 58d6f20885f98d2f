package cn.jinlin.standalone;

import java.util.Map;

import cn.jinlin.api.graphql.Limits;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// What the service makes of an environment, by Spring's own binding to the service's own classes.
///
/// @param store where PostgreSQL is
/// @param cache where Redis is
/// @param index where Elasticsearch is, as the text of a class that only the service sees
/// @param limits what a request may cost
record BoundConfiguration(Store store, Cache cache, String index, Limits limits) {
    record Store(String url, String user, String password) {}

    record Cache(String host, int port, String password) {}

    static BoundConfiguration of(Map<String, String> environment) {
        Binder binder = binder(environment);
        DataSourceProperties store = binder.bindOrCreate("spring.datasource", DataSourceProperties.class);
        DataRedisProperties cache = binder.bindOrCreate("spring.data.redis", DataRedisProperties.class);
        return new BoundConfiguration(
                new Store(String.valueOf(store.getUrl()), String.valueOf(store.getUsername()),
                        String.valueOf(store.getPassword())),
                new Cache(cache.getHost(), cache.getPort(), String.valueOf(cache.getPassword())),
                binder.bindOrCreate("jinlin.elasticsearch", Bindable.of(elasticsearchProperties())).toString(),
                binder.bindOrCreate("jinlin.graphql", Limits.class));
    }

    private static Class<?> elasticsearchProperties() {
        try {
            return Class.forName("cn.jinlin.api.facility.index.ElasticsearchProperties");
        } catch (ClassNotFoundException e) {
            throw new AssertionError("The service's settings for Elasticsearch have moved", e);
        }
    }

    private static Binder binder(Map<String, String> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(environment)));
        return new Binder(ConfigurationPropertySources.from(sources));
    }
}
