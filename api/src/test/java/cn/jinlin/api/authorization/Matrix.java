package cn.jinlin.api.authorization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The table as a person reads it.
final class Matrix {

    private static final String ABOUT = """
            # Who may do what

            Made from the schema by `AuthorizationMatrixTest` and compared with it; after a wanted change run it with
            `-Dmatrix=write` and read the difference before committing it.

            The columns: a **visitor** is not signed in. The **owner** is the resident whose things are asked about, the
            **proxy** one whom the owner lets act in everything (or has just invited), the **other** one with whom the owner
            has nothing to do. **staff** has an account and no duty, the **member** is the one whose account, duty or
            stand-in it is. Then each role, for the unit whose work it is and for another (**elsewhere**); the unit leader is
            the holder of the duty that is delegated. Staff of whatever role have no account as residents.

            What is done: **yes**, it was done, or refused for another reason than who asked; **no**, it was refused because
            of who asked; **–**, it was answered as if there were no such object. A row *with* an id is the same operation
            with an id that may be absent.

            What is told of people: **own**, of whoever asks; **told**, of somebody else; nothing where it is hidden. A
            field that nobody is told in its row has no value in the scene.

            """;

    private final List<Column> columns;
    /// By file, by title of the question, by column.
    private final Map<String, Map<String, Map<String, String>>> done = new TreeMap<>();
    /// By file, by title of the question, by field, by column.
    private final Map<String, Map<String, Map<String, Map<String, String>>>> told = new TreeMap<>();

    Matrix(List<Column> columns) {
        this.columns = columns;
    }

    void put(String file, String title, Column column, String cell) {
        done.computeIfAbsent(file, _ -> new TreeMap<>())
                .computeIfAbsent(title, _ -> new LinkedHashMap<>())
                .put(column.name(), cell);
    }

    void putTold(String file, String title, String field, Column column, String cell) {
        told.computeIfAbsent(file, _ -> new TreeMap<>())
                .computeIfAbsent(title, _ -> new TreeMap<>())
                .computeIfAbsent(field, _ -> new LinkedHashMap<>())
                .put(column.name(), cell);
    }

    int cells() {
        int operations = done.values().stream().mapToInt(Map::size).sum();
        int fields = told.values().stream().flatMap(rows -> rows.values().stream()).mapToInt(Map::size).sum();
        return (operations + fields) * columns.size();
    }

    String print() {
        StringBuilder text = new StringBuilder(ABOUT).append(cells()).append(" cells.\n");
        done.forEach((file, rows) -> {
            text.append("\n## ").append(file).append("\n\n").append(head("operation"));
            rows.forEach((title, cells) -> text.append(row(title, cells)));
            Map<String, Map<String, Map<String, String>>> fields = told.getOrDefault(file, Map.of());
            if (!fields.isEmpty()) {
                text.append("\nTold of people:\n\n").append(head("operation: fields"));
                fields.forEach((title, byField) -> alike(byField).forEach(
                        (label, cells) -> text.append(row(title + ": " + label, cells))));
            }
        });
        return text.toString();
    }

    /// Fields of a type that are told to the same people share a line.
    private Map<String, Map<String, String>> alike(Map<String, Map<String, String>> byField) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        byField.forEach((field, seen) -> {
            String type = field.substring(0, field.indexOf('.'));
            String group = type + columns.stream().map(column -> seen.get(column.name())).toList();
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(field);
            cells.put(group, seen);
        });
        Map<String, Map<String, String>> labelled = new LinkedHashMap<>();
        groups.forEach((group, fields) -> {
            String type = fields.getFirst().substring(0, fields.getFirst().indexOf('.') + 1);
            labelled.put(type + fields.stream()
                    .map(field -> field.substring(type.length()))
                    .collect(Collectors.joining(", ")), cells.getOrDefault(group, Map.of()));
        });
        return labelled;
    }

    private String head(String first) {
        return "| " + first + columns.stream().map(column -> " | " + column.name()).collect(Collectors.joining())
                + " |\n|" + "---|".repeat(columns.size() + 1) + "\n";
    }

    private String row(String title, Map<String, String> cells) {
        return "| " + title + columns.stream()
                .map(column -> " | " + cells.getOrDefault(column.name(), "?"))
                .collect(Collectors.joining()) + " |\n";
    }
}
