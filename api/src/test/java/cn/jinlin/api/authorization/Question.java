package cn.jinlin.api.authorization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An operation as the matrix asks it: everything of its answer, with the smallest arguments that fit.
///
/// @param with path of an id that is given although it may be absent; null for none
record Question(String kind, GraphQLFieldDefinition field, @Nullable String with) {

    static final String PERSONAL = "personal";

    private static final int DEEPEST_WITH_PERSONS = 9;
    private static final int DEEPEST_ELSE = 4;

    /// A field that is asked for.
    record Selected(String name, String type, boolean personal, List<Selected> below) {}

    String name() {
        return field.getName();
    }

    String title() {
        return with == null ? name() : name() + " with `" + with.substring(with.lastIndexOf('.') + 1) + '`';
    }

    /// Paths of ids that may be absent: each makes a row of its own.
    static List<String> optionalIds(GraphQLFieldDefinition field) {
        List<String> found = new ArrayList<>();
        field.getArguments()
                .forEach(argument -> optionalIds(argument.getName(), argument.getType(),
                        argument.hasSetDefaultValue(), found));
        return found;
    }

    private static void optionalIds(String path, GraphQLInputType type, boolean hasDefault, List<String> found) {
        boolean needed = GraphQLTypeUtil.isNonNull(type);
        if (isId(type) && !needed && !hasDefault) {
            found.add(path);
        } else if (needed && GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLInputObjectType object) {
            object.getFields()
                    .forEach(each -> optionalIds(path + '.' + each.getName(), each.getType(),
                            each.hasSetDefaultValue(), found));
        }
    }

    static boolean isId(GraphQLInputType type) {
        return GraphQLTypeUtil.unwrapAll(type).getName().equals("ID");
    }

    Selected selection() {
        Set<String> persons = new HashSet<>();
        boolean tellsOfPersons = reaches(field.getType(), persons);
        return select(field, tellsOfPersons ? DEEPEST_WITH_PERSONS : DEEPEST_ELSE, new HashSet<>());
    }

    private static boolean reaches(GraphQLOutputType type, Set<String> seen) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object) || !seen.add(object.getName())) {
            return false;
        }
        return object.getFields().stream().anyMatch(each -> isPersonal(each) || reaches(each.getType(), seen));
    }

    static boolean isPersonal(GraphQLFieldDefinition field) {
        return field.hasAppliedDirective(PERSONAL);
    }

    private static Selected select(GraphQLFieldDefinition field, int deep, Set<String> above) {
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        List<Selected> below = new ArrayList<>();
        if (type instanceof GraphQLObjectType object) {
            Set<String> path = new HashSet<>(above);
            path.add(object.getName());
            for (GraphQLFieldDefinition each : object.getFields()) {
                var its = GraphQLTypeUtil.unwrapAll(each.getType());
                boolean isObject = its instanceof GraphQLObjectType;
                if (needsNothing(each) && !path.contains(its.getName()) && (!isObject || deep > 1)
                        && !each.hasAppliedDirective("cost")) {
                    Selected child = select(each, deep - 1, path);
                    if (!isObject || !child.below.isEmpty()) {
                        below.add(new Selected(child.name, object.getName(), child.personal, child.below));
                    }
                }
            }
        } else if (type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType) {
            below.add(new Selected("__typename", type.getName(), false, List.of()));
        }
        return new Selected(field.getName(), "", isPersonal(field), below);
    }

    private static boolean needsNothing(GraphQLFieldDefinition field) {
        return field.getArguments()
                .stream()
                .allMatch(argument -> !GraphQLTypeUtil.isNonNull(argument.getType()) || argument.hasSetDefaultValue());
    }

    /// @param values of the scene, by path
    /// @return the document's variables
    Map<String, Object> variables(Arguments values) {
        Map<String, Object> variables = new LinkedHashMap<>();
        field.getArguments().forEach(argument -> {
            Object value = value(argument.getName(), argument.getType(), argument.hasSetDefaultValue(), values);
            if (value != null) {
                variables.put(argument.getName(), value);
            }
        });
        return variables;
    }

    private @Nullable Object value(String path, GraphQLInputType type, boolean hasDefault, Arguments values) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        if (last.equals("first")) {
            return 5;
        }
        boolean needed = GraphQLTypeUtil.isNonNull(type) && !hasDefault;
        if (isId(type)) {
            if (!needed && !path.equals(with)) {
                return null;
            }
            Object id = values.id(name(), path);
            return GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList ? List.of(id) : id;
        }
        if (!needed) {
            return hasDefault ? null : values.wanted(name(), path);
        }
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLInputObjectType object -> input(path, object, values);
            case GraphQLEnumType named -> values.oneOf(named);
            case GraphQLList list -> GraphQLTypeUtil.unwrapAll(list) instanceof GraphQLEnumType named
                    ? values.someOf(name(), path, named)
                    : List.of();
            default -> values.scalar(name(), path, GraphQLTypeUtil.unwrapAll(type).getName());
        };
    }

    private Map<String, Object> input(String path, GraphQLInputObjectType object, Arguments values) {
        Map<String, Object> input = new LinkedHashMap<>();
        object.getFields().forEach(each -> {
            Object value = value(path + '.' + each.getName(), each.getType(), each.hasSetDefaultValue(), values);
            if (value != null) {
                input.put(each.getName(), value);
            }
        });
        return input;
    }

    String document(Map<String, ?> variables) {
        List<String> declared = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            if (variables.containsKey(argument.getName())) {
                declared.add('$' + argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType()));
                passed.add(argument.getName() + ": $" + argument.getName());
            }
        }
        Selected all = selection();
        return kind + (declared.isEmpty() ? "" : '(' + String.join(", ", declared) + ')') + " { " + name()
                + (passed.isEmpty() ? "" : '(' + String.join(", ", passed) + ')') + print(all.below) + " }";
    }

    private static String print(List<Selected> below) {
        if (below.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(" {");
        below.forEach(each -> text.append(' ').append(each.name).append(print(each.below)));
        return text.append(" }").toString();
    }

    /// Every personal field it can tell, `Type.field`.
    Set<String> personalFields() {
        Set<String> found = new TreeSet<>();
        collect(selection().below, found);
        return found;
    }

    private static void collect(List<Selected> selected, Set<String> found) {
        selected.forEach(each -> {
            if (each.personal) {
                found.add(each.type + '.' + each.name);
            }
            collect(each.below, found);
        });
    }

    /// Those that have a value in an answer.
    Set<String> told(JsonNode answer) {
        Set<String> found = new TreeSet<>();
        told(selection().below, answer, found);
        return found;
    }

    private static void told(List<Selected> selected, JsonNode answer, Set<String> found) {
        if (answer.isArray()) {
            answer.forEach(each -> told(selected, each, found));
            return;
        }
        for (Selected each : selected) {
            JsonNode value = answer.path(each.name);
            if (each.personal && !value.isNull() && !value.isMissingNode() && !(value.isArray() && value.isEmpty())) {
                found.add(each.type + '.' + each.name);
            }
            told(each.below, value, found);
        }
    }
}
