package cn.jinlin.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

class DockerfileTest {
    private final List<String> lines = instructions();

    private static List<String> instructions() {
        try {
            return Files.readString(Repository.file("docker/Dockerfile"))
                    .replace("\\\n", " ")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void runs_as_a_user_without_rights_named_by_number_so_that_clusters_can_check_it() {
        assertThat(lines).filteredOn(line -> line.startsWith("USER ")).containsExactly("USER 10001:10001");
        assertThat(lines.indexOf("USER 10001:10001"))
                .isGreaterThan(lines.indexOf("COPY --from=layers /layers/extracted/application/ ./"));
    }

    @Test
    void rests_on_images_of_a_named_version() {
        assertThat(lines).filteredOn(line -> line.startsWith("FROM "))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).matches("FROM eclipse-temurin:25[\\w.]*-jre[\\w-]*( AS \\w+)?"));
    }

    @Test
    void copies_the_layers_from_what_changes_least_to_what_changes_most() {
        assertThat(lines).filteredOn(line -> line.startsWith("COPY --from=layers"))
                .extracting(line -> line.replaceAll(".*/extracted/|/ \\./$", ""))
                .containsExactly("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");
    }

    @Test
    void says_whether_it_is_well() {
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("HEALTHCHECK ").contains("/actuator/health/"));
    }

    @Test
    void takes_in_nothing_but_the_jar_of_the_api() throws IOException {
        assertThat(lines).filteredOn(line -> line.startsWith("COPY ") && !line.startsWith("COPY --from="))
                .containsExactly("COPY api/target/jinlin-api-*-exec.jar jinlin-api.jar");
        assertThat(Files.readAllLines(Repository.file("docker/Dockerfile.dockerignore")))
                .contains("*", "!api/target/jinlin-api-*-exec.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "search"})
    void the_embedded_engines_are_no_part_of_that_jar(String module) throws Exception {
        Path pom = Repository.file(module + "/pom.xml");
        var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
        NodeList shipped = (NodeList) XPathFactory.newDefaultInstance()
                .newXPath()
                .evaluate("/project/dependencies/dependency[not(scope='test')][contains(artifactId,'engines')"
                        + " or contains(artifactId,'embedded')]", document, XPathConstants.NODESET);
        assertThat(shipped.getLength()).isZero();
    }
}
