package cn.jinlin.api.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A refusal without words reaches the reader as a failure of the service. Nothing but this finds it before a reader does.
class RefusalWordsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path WORDS = Path.of("src/main/resources/messages");
    private static final Pattern THROWN = Pattern.compile("new BadInput\\((.*?)\\)\\s*[;)]", Pattern.DOTALL);
    private static final Pattern DOCUMENTED = Pattern
            .compile("@throws BadInput ((?:[^\\n]|\\n\\s*/{3}(?! @)[^\\n]*)*)");
    private static final String CODE = "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+";
    private static final Pattern LITERAL = Pattern.compile("\"(" + CODE + ")\"");
    private static final Pattern WORD = Pattern.compile("\\b(" + CODE + ")\\b");

    @ParameterizedTest
    @ValueSource(strings = {".properties", "_en.properties"})
    void everyRefusalThatTheSourceNamesHasWords(String bundle) {
        assertThat(words(bundle)).containsAll(codes());
    }

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() {
        assertThat(words("_en.properties")).isEqualTo(words(".properties"));
    }

    private static Set<String> codes() {
        return list(SOURCES).filter(file -> file.toString().endsWith(".java"))
                .map(RefusalWordsTest::read)
                .flatMap(source -> Stream.concat(parts(THROWN, source).flatMap(part -> parts(LITERAL, part)),
                        parts(DOCUMENTED, source).flatMap(part -> parts(WORD, part))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> parts(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(found -> found.group(1));
    }

    private static Set<String> words(String bundle) {
        var keys = new TreeSet<String>();
        list(WORDS).filter(file -> file.toString().endsWith(bundle))
                .filter(file -> bundle.startsWith("_") || !file.toString().endsWith("_en.properties"))
                .forEach(file -> keys.addAll(load(file).stringPropertyNames()));
        return keys;
    }

    private static Properties load(Path file) {
        var words = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    private static Stream<Path> list(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
