package cn.jinlin.api.authorization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookedVisits;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.TestTokens;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Asks every operation of the schema as everybody, about an object with a known owner, and compares what came of it with
/// one table. A new operation or personal field without a row fails, as does one that lets somebody else in.
@ApiTest
@Import({Stage.class, StageProps.class, BookingProps.class, BookedVisits.class, FirstEvent.class})
class AuthorizationMatrixTest {

    private static final Path TABLE = Path.of("src/test/resources/authorization/matrix.md");
    private static final boolean WRITE = "write".equals(System.getProperty("matrix"));
    private static final int MOST_SHOWN = 40;
    private static final Set<String> REFUSED = Set.of("UNAUTHORIZED", "FORBIDDEN");
    private static final Set<String> REFUSED_FOR_ROLE = Set.of("FIELD_NOT_FOR_ROLE");
    /// Answers that do not tell whether there is such an object.
    private static final Pattern AS_IF_NONE = Pattern
            .compile(".*_NOT_FOUND|UNKNOWN_.*|.*_UNKNOWN|EXPORT_NOT_READY|NOTHING_TO_CANCEL");
    /// The service's own failures, and questions that are badly put: they prove nothing.
    private static final Pattern PROVES_NOTHING = Pattern.compile("INTERNAL_ERROR|GRAPHQL_.*|TOO_.*");

    @Autowired
    private GraphQlSource source;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private Stage stage;
    @Autowired
    private FirstEvent events;
    @Autowired
    private Records records;

    private final List<Column> columns = Column.all();
    private final SchemaFiles files = new SchemaFiles();
    private final Matrix matrix = new Matrix(columns);
    private final List<String> faults = new ArrayList<>();

    @AfterEach
    void leaveNothingBehind() {
        stage.clear();
        records.clear();
    }

    @Test
    void everybodyMayDoAndSeeWhatTheTableSays() throws IOException {
        for (Question question : questions()) {
            ask(question);
        }
        String made = matrix.print();
        if (WRITE) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, made);
        }
        assertThat(faults).isEmpty();
        assertThat(differences(Files.exists(TABLE) ? Files.readString(TABLE) : "", made))
                .as("%d cells, of which these lines differ from the table (- as it says, + as it is)", matrix.cells())
                .isEmpty();
    }

    private List<Question> questions() {
        GraphQLSchema schema = source.schema();
        List<Question> questions = new ArrayList<>();
        add("query", schema.getQueryType(), questions);
        add("mutation", schema.getMutationType(), questions);
        add("subscription", schema.getSubscriptionType(), questions);
        return questions;
    }

    private static void add(String kind, @Nullable GraphQLObjectType root, List<Question> questions) {
        if (root == null) {
            return;
        }
        for (GraphQLFieldDefinition field : root.getFields()) {
            questions.add(new Question(kind, field, null));
            Question.optionalIds(field).forEach(path -> questions.add(new Question(kind, field, path)));
        }
    }

    private void ask(Question question) {
        String file = files.names()
                .stream()
                .filter(name -> files.operations(name).contains(question.name()))
                .findFirst()
                .orElseThrow();
        Scene read = question.kind().equals("query") ? stage.set(question.name()) : null;
        for (Column column : columns) {
            Scene scene = read == null ? stage.set(question.name()) : read;
            String token = column.token().apply(scene, tokens);
            UUID caller = column.caller().apply(scene);
            boolean isFollowed = question.kind().equals("subscription");
            // The desk's subscriptions begin with how things stand; a person's messages have to come first.
            if (question.name().startsWith("notification") && isFollowed && token != null && caller != null) {
                scene.values().put(question.name() + ".after", events.cursor(token));
                events.tell(scene, caller);
            }
            Map<String, Object> variables = question.variables(new Arguments(scene, column));
            String document = question.document(variables);
            GraphQl.Answer answer = isFollowed
                    ? events.await(document, variables, token)
                    : graphQl.send(document, variables, "en", token);
            judge(question, column, scene, file, answer, document);
        }
    }

    private void judge(Question question, Column column, Scene scene, String file, GraphQl.Answer answer,
            String document) {
        matrix.put(file, question.title(), column, cell(question, answer, document));
        Set<String> told = question.told(answer.json().path("data").path(question.name()));
        String whose = isOfAnother(scene, column, answer.body()) ? "told" : "own";
        question.personalFields()
                .forEach(field -> matrix.putTold(file, question.title(), field, column,
                        told.contains(field) ? whose : " "));
    }

    /// An answer in which somebody else than the caller is recognised.
    private static boolean isOfAnother(Scene scene, Column column, String body) {
        UUID caller = column.caller().apply(scene);
        return scene.traces()
                .entrySet()
                .stream()
                .filter(person -> !person.getKey().equals(caller))
                .flatMap(person -> person.getValue().stream())
                .anyMatch(body::contains);
    }

    private String cell(Question question, GraphQl.Answer answer, String document) {
        JsonNode errors = answer.json().path("errors");
        JsonNode data = answer.json().path("data").path(question.name());
        if (!errors.isEmpty()) {
            JsonNode extensions = errors.get(0).path("extensions");
            String code = extensions.path("code").asString("");
            if (REFUSED.contains(code)) {
                return "no";
            }
            if (PROVES_NOTHING.matcher(code).matches()) {
                faults.add(question.title() + " proves nothing: " + answer.body() + " to " + document);
                return "?";
            }
            return AS_IF_NONE.matcher(extensions.path("reason").asString("")).matches() ? "–" : "yes";
        }
        for (JsonNode refusal : data.path("userErrors")) {
            String code = refusal.path("code").asString("");
            if (REFUSED_FOR_ROLE.contains(code)) {
                return "no";
            }
            if (AS_IF_NONE.matcher(code).matches()) {
                return "–";
            }
        }
        return data.isNull() || data.isMissingNode() ? "–" : "yes";
    }

    private static List<String> differences(String said, String made) {
        List<String> before = said.lines().toList();
        List<String> now = made.lines().toList();
        List<String> differences = new ArrayList<>();
        before.stream().filter(line -> !now.contains(line)).forEach(line -> differences.add("- " + line));
        now.stream().filter(line -> !before.contains(line)).forEach(line -> differences.add("+ " + line));
        return differences.stream().limit(MOST_SHOWN).toList();
    }
}
