package cn.jinlin.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/// No container engine is needed: the file is rendered as compose would render it, and looked over.
class ComposeFileTest {
    private static final Pattern TAG_OF_A_VERSION = Pattern.compile(".+:v?\\d+(\\.\\d+)+");

    private final ComposeFile file = ComposeFile.read();

    @TestFactory
    Stream<DynamicTest> every_variable_of_the_api_changes_what_the_service_binds() {
        return file.environment("api")
                .entrySet()
                .stream()
                .map(variable -> DynamicTest.dynamicTest(variable.getKey(), () -> {
                    var without = BoundConfiguration.of(Map.of());
                    var with = BoundConfiguration.of(Map.of(variable.getKey(), variable.getValue()));
                    assertThat(with).isNotEqualTo(without);
                }));
    }

    @Test
    void runs_the_three_engines_and_the_api_and_nothing_else() {
        assertThat(file.services()).containsOnlyKeys("api", "postgres", "redis", "elasticsearch");
        assertThat(file.image("postgres")).startsWith("postgres:18.");
        assertThat(file.image("redis")).startsWith("redis:8.");
        assertThat(file.image("elasticsearch")).contains("/elasticsearch:9.");
    }

    @Test
    void pins_every_image_to_a_version() {
        assertThat(file.services().keySet()).allSatisfy(
                service -> assertThat(file.image(service)).matches(TAG_OF_A_VERSION));
    }

    @Test
    void starts_the_api_only_when_every_engine_says_it_is_well() {
        assertThat(file.waitsForHealthOf("api")).containsExactlyInAnyOrder("postgres", "redis", "elasticsearch");
        assertThat(file.services()).allSatisfy((name, service) -> {
            if (!name.equals("api")) {
                assertThat(service).containsKey("healthcheck");
            }
        });
    }

    @Test
    void answers_trusted_documents_alone() {
        assertThat(file.environment("api")).containsEntry("JINLIN_GRAPHQL_TRUSTED_DOCUMENTS_ONLY", "true");
    }

    @Test
    void opens_no_port_but_the_portals_to_the_outside() {
        assertThat(file.services()).allSatisfy((name, service) -> {
            if (name.equals("api")) {
                assertThat(service).containsEntry("cap_drop", List.of("ALL"));
            } else {
                assertThat(service).doesNotContainKey("ports");
            }
        });
    }

    @Test
    void holds_no_secret_and_asks_for_each_in_the_example() throws IOException {
        assertThat(file.requiredVariables()).isNotEmpty();
        assertThat(file.secretsWrittenOut()).isEmpty();
        Map<String, String> example = ComposeFile.example();
        file.requiredVariables().forEach(secret -> assertThat(example).containsEntry(secret, ""));
        assertThat(Files.readAllLines(Repository.file("docker/.gitignore"))).contains(".env");
    }

    @Test
    void builds_from_a_dockerfile_that_is_there() {
        assertThat(Path.of(Repository.file("docker").toString(), file.buildContext(), file.dockerfile())).exists();
    }

    @Test
    void is_accepted_by_compose_itself_where_that_is_installed() throws IOException, InterruptedException {
        if (!ComposeFile.composeIsInstalled()) {
            // Not a skip: without the tool, what the tests above render by the same rules is the whole check.
            assertThat(file.rendered()).doesNotContain("${");
            return;
        }
        assertThat(file.renderedByCompose()).contains("jinlin-api");
    }
}
