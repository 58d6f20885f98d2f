package cn.jinlin.api.region;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.PlainField;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class RegionWiring {

    @Bean
    RuntimeWiringConfigurer regionFields() {
        PlainField<Subdistrict> subdistrictId = (subdistrict, _) -> GlobalId.of("Subdistrict", subdistrict.id());
        PlainField<Subdistrict> subdistrictName = (subdistrict, env) -> Languages.pick(env.getLocale(),
                subdistrict.name(),
                subdistrict.nameEn());
        PlainField<Neighbourhood> neighbourhoodId = (neighbourhood, _) -> GlobalId.of("Neighbourhood",
                neighbourhood.id());
        PlainField<Neighbourhood> neighbourhoodName = (neighbourhood, env) -> Languages.pick(env.getLocale(),
                neighbourhood.name(),
                neighbourhood.nameEn());
        return wiring -> wiring
                .type("Subdistrict", type -> type.dataFetcher("id", subdistrictId).dataFetcher("name", subdistrictName))
                .type("Neighbourhood",
                        type -> type.dataFetcher("id", neighbourhoodId).dataFetcher("name", neighbourhoodName));
    }
}
