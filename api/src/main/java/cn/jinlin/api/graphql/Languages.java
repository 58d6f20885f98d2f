package cn.jinlin.api.graphql;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// The languages the product speaks. Whoever asks for neither gets Chinese.
@Configuration(proxyBeanMethods = false)
public class Languages {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /// Picks the text in the caller's language, and the Chinese one where there is no other.
    public static String pick(Locale locale, String chinese, @Nullable String english) {
        return isEnglish(locale) && english != null ? english : chinese;
    }

    /// The same for a text that may be missing in both.
    public static @Nullable String pickAny(Locale locale, @Nullable String chinese, @Nullable String english) {
        return isEnglish(locale) && english != null ? english : chinese;
    }

    public static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(CHINESE);
        return resolver;
    }
}
