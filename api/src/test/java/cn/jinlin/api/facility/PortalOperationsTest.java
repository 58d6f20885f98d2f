package cn.jinlin.api.facility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.CountedStatements;
import cn.jinlin.api.support.DistrictOfThree;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.StreetsOfThree;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Pins the answer of each of the portal's operations, and the number of SQL statements it costs, to a file.
///
/// A file `golden/NAME.json` holds the operation, its variables, the language, the statements and the answer. After a
/// wanted change run with `-Dgolden=write` and read the difference before committing it. Where a file says `again`, it is
/// the second ask that counts: what the first one puts together is kept.
@ApiTest
@Import({DistrictOfThree.class, StreetsOfThree.class})
class PortalOperationsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Set<String> PUBLIC_FIELDS = publicFields();

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private CountedStatements statements;
    @Autowired
    private DistrictOfThree district;
    @Autowired
    private StreetsOfThree streets;

    @BeforeEach
    void aSmallDistrict() {
        district.prepare();
        streets.prepare();
        streets.settle();
    }

    @AfterEach
    void withoutStreets() {
        streets.clear();
    }

    @ParameterizedTest
    @MethodSource("files")
    void answersAsTheFileSays(Path file) throws IOException {
        ObjectNode golden = (ObjectNode) JSON.readTree(file.toFile());
        warmReferenceData();

        if (golden.path("again").asBoolean(false)) {
            ask(golden);
        }
        statements.reset();
        GraphQl.Answer answer = ask(golden);
        int count = statements.count();
        JsonNode body = withoutTimes(answer.json());

        if (WRITE) {
            golden.put("statements", count);
            golden.set("answer", body);
            Files.writeString(file, JSON.writeValueAsString(golden) + "\n");
        }
        assertThat(body).isEqualTo(golden.get("answer"));
        assertThat(count).as("SQL statements").isEqualTo(golden.get("statements").asInt());
    }

    private GraphQl.Answer ask(ObjectNode golden) {
        return graphQl.askPersisted(golden.get("operation").asString(),
                JSON.convertValue(golden.get("variables"), new TypeReference<Map<String, Object>>() {
                }), golden.get("language").asString());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationOfThePortalHasAFile(String operation) throws IOException {
        assertThat(files()).anySatisfy(
                file -> assertThat(JSON.readTree(file.toFile()).get("operation").asString()).isEqualTo(operation));
    }

    /// Until names of categories and regions and the calendar come from the cache: what prepared the district emptied it on all nodes.
    private void warmReferenceData() {
        Records.await(() -> {
            statements.reset();
            graphQl.ask("{ categories { code } subdistricts { code } facilities { nodes { openNow } } }", Map.of());
            return statements.count() == 0;
        });
    }

    /// What differs from run to run.
    private static JsonNode withoutTimes(JsonNode answer) {
        return JSON.readTree(answer.toString()
                .replaceAll("\"(updatedAt|since)\":\"[^\"]+\"", "\"$1\":\"any\"")
                .replaceAll("\"(endCursor|startCursor|cursor)\":\"[^\"]+\"", "\"$1\":\"any\""));
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    /// What visitors may ask. What people ask of their own data is held to the authorization matrix instead.
    static Stream<String> operations() {
        return GraphQl.persistedOperations().stream().filter(PortalOperationsTest::isForVisitors);
    }

    private static boolean isForVisitors(String operation) {
        Document document = Parser.parse(GraphQl.persistedDocument(operation));
        return document.getDefinitionsOfType(OperationDefinition.class)
                .stream()
                .flatMap(found -> found.getSelectionSet().getSelectionsOfType(Field.class).stream())
                .allMatch(field -> PUBLIC_FIELDS.contains(field.getName()));
    }

    private static Set<String> publicFields() {
        return Stream.of("facility", "circle", "coverage", "region")
                .map(domain -> new ClassPathResource("graphql/" + domain + ".graphqls"))
                .flatMap(file -> new SchemaParser().parse(text(file))
                        .objectTypeExtensions()
                        .getOrDefault("Query", List.of())
                        .stream())
                .flatMap(query -> query.getFieldDefinitions().stream())
                .map(FieldDefinition::getName)
                .collect(Collectors.toSet());
    }

    private static String text(ClassPathResource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
