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
/// @param staff where links that are given to staff lead
/// @param issuer the portal's public address
/// @param headKey what seals the ends of the journals
/// @param sms who sends short messages
/// @param personalData where the key of personal data is, as the text of a class that only the service sees
record BoundConfiguration(Store store, Cache cache, String index, Limits limits, String personalData,
        String staff, String issuer, String headKey, String sms) {
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
                bound(binder, "jinlin.elasticsearch", "cn.jinlin.api.facility.index.ElasticsearchProperties"),
                binder.bindOrCreate("jinlin.graphql", Limits.class),
                bound(binder, "jinlin.personal-data", "cn.jinlin.api.personal.PersonalDataKey"),
                bound(binder, "jinlin.staff", "cn.jinlin.api.account.staff.StaffSettings"),
                binder.bind("jinlin.issuer", String.class).orElse(""),
                binder.bind("jinlin.ledger.head-key", String.class).orElse(""),
                binder.bind("jinlin.sms.provider", String.class).orElse(""));
    }

    private static String bound(Binder binder, String prefix, String properties) {
        try {
            return binder.bindOrCreate(prefix, Bindable.of(Class.forName(properties))).toString();
        } catch (ClassNotFoundException e) {
            throw new AssertionError("The service's settings under " + prefix + " have moved", e);
        }
    }

    private static Binder binder(Map<String, String> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(environment)));
        return new Binder(ConfigurationPropertySources.from(sources));
    }
}
