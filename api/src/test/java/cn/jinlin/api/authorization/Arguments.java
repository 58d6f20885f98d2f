package cn.jinlin.api.authorization;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import cn.jinlin.api.security.Role;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import org.jspecify.annotations.Nullable;

/// Values for the arguments of a question: what the scene holds, else the least that is valid.
record Arguments(Scene scene, Column column) {

    static final String PASSWORD = "Quiet-River-Stone-27";

    private static final Map<String, String> TEXTS = Map.ofEntries(Map.entry("category", "HLT-C"),
            Map.entry("paperNumber", "P-2026-0001"), Map.entry("code", "123456"), Map.entry("newPassword",
                    "Other-River-Stone-28"),
            Map.entry("password", PASSWORD), Map.entry("currentPassword", PASSWORD),
            Map.entry("reason", "Asked to be called back about tomorrow"), Map.entry("credential", "{}"),
            Map.entry("address", "somebody@example.cn"), Map.entry("relation", "邻居"));

    Object id(String operation, String path) {
        if (last(path).toLowerCase(Locale.ROOT).endsWith("key")) {
            return UUID.randomUUID().toString();
        }
        Object id = scene.values().get(operation + '.' + path);
        if (id == null) {
            throw new AssertionError("The matrix has no object for " + operation + '.' + path + ": give the stage one");
        }
        return id;
    }

    /// What is given although it may be absent.
    @Nullable
    Object wanted(String operation, String path) {
        Object of = scene.values().get(operation + '.' + path);
        return of != null || !List.of("password", "currentPassword").contains(last(path)) ? of : PASSWORD;
    }

    Object scalar(String operation, String path, String type) {
        Object of = scene.values().get(operation + '.' + path);
        if (of != null) {
            return of;
        }
        return switch (type) {
            case "String" -> text(last(path));
            case "Int" -> 1;
            case "Float" -> last(path).equals("lat") ? 31.1 : 121.4;
            case "Boolean" -> false;
            case "Date" -> last(path).equals("birthDate") ? "2020-01-01" : "2026-10-08";
            case "LocalTime" -> "10:00";
            case "DateTime" -> "2026-10-08T10:00:00+08:00";
            default -> throw new AssertionError("The matrix has no value of the type " + type + " for " + path);
        };
    }

    private static String text(String name) {
        if (name.toLowerCase(Locale.ROOT).endsWith("phone")) {
            return freshPhone();
        }
        return name.equals("userName")
                ? "u" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE)
                : Objects.requireNonNullElse(TEXTS.get(name), "Matrix");
    }

    static String freshPhone() {
        return "1380" + ThreadLocalRandom.current().nextLong(1_000_000, 9_999_999);
    }

    Object oneOf(GraphQLEnumType type) {
        return type.getName().equals("UnitKind") ? "MAILBOX" : type.getValues().getFirst().getName();
    }

    /// All; but of a person only what every role that sees people may see, except at a desk.
    List<String> someOf(String operation, String path, GraphQLEnumType type) {
        return type.getName().equals("PersonalField") && column.role() != Role.FACILITY_DESK
                ? List.of("NAME", "PHONE")
                : type.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
