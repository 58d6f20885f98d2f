package cn.jinlin.api.account.consent;

import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.PlainField;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// The texts in the caller's language.
@Configuration(proxyBeanMethods = false)
class ConsentWiring {

    @Bean
    RuntimeWiringConfigurer consentFields() {
        PlainField<ConsentText> title = (text, env) -> Languages.pick(env.getLocale(), text.title(), text.titleEn());
        PlainField<ConsentText> body = (text, env) -> Languages.pick(env.getLocale(), text.body(), text.bodyEn());
        PlainField<ConsentText> withdrawal = (text, env) -> Languages.pick(env.getLocale(), text.withdrawal(),
                text.withdrawalEn());
        PlainField<ConsentText> sensitive = (text, _) -> text.purpose().isSensitive();
        PlainField<ConsentText> required = (text, _) -> text.purpose().isRequired();
        return wiring -> wiring.type("ConsentPurpose",
                type -> type.dataFetcher("title", title)
                        .dataFetcher("text", body)
                        .dataFetcher("withdrawal", withdrawal)
                        .dataFetcher("isSensitive", sensitive)
                        .dataFetcher("isRequired", required));
    }
}
