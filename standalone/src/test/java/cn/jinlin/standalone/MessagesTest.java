package cn.jinlin.standalone;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}|\\$\\{DEFAULT-VALUE}");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "help"})
    void whatever_is_said_is_said_in_both_languages_with_the_same_facts_in_it(String name) {
        ResourceBundle english = Texts.of(name, Locale.ENGLISH);
        ResourceBundle chinese = ResourceBundle.getBundle("cn.jinlin.standalone." + name + "_zh", Locale.ROOT);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet()).allSatisfy(key -> assertThat(places(chinese.getString(key)))
                .containsExactlyInAnyOrder(places(english.getString(key))));
    }

    @Test
    void every_option_of_every_command_is_explained() {
        for (CommandLine command : Jinlin.commandLine().getSubcommands().values()) {
            assertThat(command.getCommandSpec().options())
                    .allSatisfy(option -> assertThat(option.description()).as(option.longestName()).isNotEmpty());
            assertThat(command.getUsageMessage()).contains(command.getCommandName());
        }
    }

    private static String[] places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).toArray(String[]::new);
    }

    @Test
    void the_language_is_that_of_the_operators_locale() {
        assertThat(said(Locale.ENGLISH)).contains("Redis: ready");
        assertThat(said(Locale.SIMPLIFIED_CHINESE)).contains("Redis：就绪");
    }

    private static String said(Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new Screen(out, false, locale).say("engine.ready", "Redis");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
