package cn.jinlin.api.account.person;

import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PlainField;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from oneself alone.
@Configuration(proxyBeanMethods = false)
class PersonWiring {

    @Bean
    RuntimeWiringConfigurer personFields() {
        PlainField<Me> id = (me, _) -> GlobalId.of(Resident.TYPE, me.resident().id());
        PlainField<Me> phone = (me, _) -> me.resident().phone() == null ? null : me.resident().phone().digits();
        PlainField<Me> name = (me, _) -> me.profile().name();
        PlainField<Me> birthDate = (me, _) -> me.profile().birthDate();
        PlainField<Me> language = (me, _) -> me.profile().language();
        PlainField<Me> careMode = (me, _) -> me.profile().careMode();
        PlainField<Me> needs = (me, _) -> me.profile().accessibilityNeeds();
        return wiring -> wiring.type("Me",
                type -> type.dataFetcher("id", id)
                        .dataFetcher("phone", phone)
                        .dataFetcher("name", name)
                        .dataFetcher("birthDate", birthDate)
                        .dataFetcher("language", language)
                        .dataFetcher("careMode", careMode)
                        .dataFetcher("accessibilityNeeds", needs));
    }
}
