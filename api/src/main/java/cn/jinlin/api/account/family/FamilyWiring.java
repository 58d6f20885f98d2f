package cn.jinlin.api.account.family;

import cn.jinlin.api.account.family.Proxy.State;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PlainField;
import cn.jinlin.api.personal.Masks;
import cn.jinlin.api.personal.PhoneNumber;
import graphql.schema.DataFetcher;
import graphql.schema.idl.TypeRuntimeWiring;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// One record, seen from three sides: the person's, the actor's and the desk's. Each type shows only what its side may see.
@Configuration(proxyBeanMethods = false)
class FamilyWiring {

    static final String PROXY = "Proxy";

    private final FamilyService family;

    FamilyWiring(FamilyService family) {
        this.family = family;
    }

    @Bean
    RuntimeWiringConfigurer familyFields() {
        DataFetcher<@Nullable String> actorName = env -> {
            Proxy proxy = env.getSource();
            return proxy == null ? null : family.findName(proxy.actor()).map(Masks::name).orElse(null);
        };
        DataFetcher<@Nullable String> actorPhone = env -> {
            Proxy proxy = env.getSource();
            return proxy == null ? null : family.findPhone(proxy).map(PhoneNumber::masked).orElse(null);
        };
        DataFetcher<@Nullable String> personName = env -> {
            Proxy proxy = env.getSource();
            return proxy == null ? null : family.findName(proxy.person()).map(name -> shown(proxy, name)).orElse(null);
        };
        DataFetcher<@Nullable String> maskedPersonName = env -> {
            Proxy proxy = env.getSource();
            return proxy == null ? null : family.findName(proxy.person()).map(Masks::name).orElse(null);
        };
        return wiring -> wiring
                .type("Proxy",
                        type -> common(type).dataFetcher("maskedName", actorName)
                                .dataFetcher("maskedPhone", actorPhone)
                                .dataFetcher("since", since()))
                .type("ActingFor",
                        type -> common(type).dataFetcher("person", person()).dataFetcher("name", personName))
                .type("DeskProxy",
                        type -> common(type).dataFetcher("person", person())
                                .dataFetcher("maskedName", maskedPersonName)
                                .dataFetcher("maskedProxyPhone", actorPhone));
    }

    private TypeRuntimeWiring.Builder common(TypeRuntimeWiring.Builder type) {
        PlainField<Proxy> id = (proxy, _) -> GlobalId.of(PROXY, proxy.id());
        PlainField<Proxy> state = (proxy, _) -> family.stateOf(proxy);
        PlainField<Proxy> relation = (proxy, _) -> proxy.relation() == null ? "" : proxy.relation();
        return type.dataFetcher("id", id).dataFetcher("state", state).dataFetcher("relation", relation);
    }

    private static PlainField<Proxy> since() {
        return (proxy, _) -> proxy.acceptedAt();
    }

    private static PlainField<Proxy> person() {
        return (proxy, _) -> GlobalId.of(Resident.TYPE, proxy.person());
    }

    /// Whoever was only asked does not yet learn who asks, beyond what a friend would recognise.
    private String shown(Proxy proxy, String name) {
        State state = family.stateOf(proxy);
        return state == State.ACTIVE || state == State.AWAITS_CONFIRMATION ? name : Masks.name(name);
    }
}
