package cn.jinlin.api.graphql;

import java.util.Objects;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/// What a document asks for beneath a field, so that nobody works for what is not wanted.
///
/// Reads the document as written: a field under `@include` counts as asked for whatever the variable says. graphql-java's
/// own selection set is exact, and costs as much as resolving a hundred fields.
public record Selected(DataFetchingEnvironment environment) {

    /// @param path of field names, from this field downwards
    public boolean contains(String... path) {
        return environment.getMergedField()
                .getFields()
                .stream()
                .anyMatch(field -> isIn(field.getSelectionSet(), path, 0));
    }

    private boolean isIn(@Nullable SelectionSet set, String[] path, int depth) {
        return set != null && set.getSelections().stream().anyMatch(selection -> isIn(selection, path, depth));
    }

    private boolean isIn(Selection<?> selection, String[] path, int depth) {
        return switch (selection) {
            case Field field -> field.getName().equals(path[depth])
                    && (depth == path.length - 1 || isIn(field.getSelectionSet(), path, depth + 1));
            case InlineFragment fragment -> isIn(fragment.getSelectionSet(), path, depth);
            case FragmentSpread spread -> isIn(fragment(spread).getSelectionSet(), path, depth);
            default -> throw new IllegalStateException("A selection of an unknown kind: " + selection);
        };
    }

    private FragmentDefinition fragment(FragmentSpread spread) {
        // Validation has refused documents that spread what they do not define, or a fragment within itself.
        return Objects.requireNonNull(environment.getFragmentsByName().get(spread.getName()));
    }
}
