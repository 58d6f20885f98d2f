package cn.jinlin.api.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Which file of the schema says what.
final class SchemaFiles {

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final Map<String, TypeDefinitionRegistry> files = new TreeMap<>();

    SchemaFiles() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:graphql/*.graphqls")) {
                files.put(Objects.requireNonNull(file.getFilename()).replace(".graphqls", ""),
                        new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// In the order in which the table shows them.
    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /// Names of the operations a file adds.
    Set<String> operations(String file) {
        return registry(file).objectTypeExtensions()
                .values()
                .stream()
                .flatMap(List::stream)
                .filter(type -> ROOTS.contains(type.getName()))
                .flatMap(type -> type.getFieldDefinitions().stream())
                .map(FieldDefinition::getName)
                .collect(Collectors.toSet());
    }

    /// The types a file defines, by name.
    List<ObjectTypeDefinition> types(String file) {
        return Stream.concat(registry(file).getTypes(ObjectTypeDefinition.class).stream(), registry(file)
                .objectTypeExtensions()
                .values()
                .stream()
                .flatMap(List::stream)
                .map(ObjectTypeDefinition.class::cast))
                .filter(type -> !ROOTS.contains(type.getName()))
                .sorted(Comparator.comparing(ObjectTypeDefinition::getName))
                .toList();
    }

    private TypeDefinitionRegistry registry(String file) {
        return Objects.requireNonNull(files.get(file));
    }
}
