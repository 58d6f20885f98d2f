package cn.jinlin.api.graphql;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;

/// Counts what a document asks for at its root, through fragments. Each fragment is looked at once, however often and
/// deep it is spread.
final class RootFields {

    private static final int MANY = 1_000_000;

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Integer> counted = new HashMap<>();

    private RootFields(Document document) {
        fragments = document.getDefinitionsOfType(FragmentDefinition.class)
                .stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, _) -> first));
    }

    /// Of the mutation with the most, a million at most; 0 where there is none.
    ///
    /// @param document a valid one: fragments in a circle would be followed for ever
    static int ofMutations(Document document) {
        var fields = new RootFields(document);
        return document.getDefinitionsOfType(OperationDefinition.class)
                .stream()
                .filter(operation -> operation.getOperation() == OperationDefinition.Operation.MUTATION)
                .mapToInt(operation -> fields.count(operation.getSelectionSet()))
                .max()
                .orElse(0);
    }

    private int count(SelectionSet set) {
        long sum = 0;
        for (Selection<?> selection : set.getSelections()) {
            sum += count(selection);
        }
        return (int) Math.min(MANY, sum);
    }

    private int count(Selection<?> selection) {
        return switch (selection) {
            case Field _ -> 1;
            case InlineFragment inline -> count(inline.getSelectionSet());
            case FragmentSpread spread -> count(spread.getName());
            default -> throw new IllegalStateException("A selection of an unknown kind: " + selection);
        };
    }

    private int count(String fragment) {
        Integer known = counted.get(fragment);
        if (known != null) {
            return known;
        }
        FragmentDefinition definition = fragments.get(fragment);
        int count = definition == null ? 0 : count(definition.getSelectionSet());
        counted.put(fragment, count);
        return count;
    }
}
