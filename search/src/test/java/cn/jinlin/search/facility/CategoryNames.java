package cn.jinlin.search.facility;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The categories' names in both languages, as the product's seed has them.
final class CategoryNames {

    private static final Map<String, List<String>> NAMES = TestTable.read("/judged/categories.tsv")
            .stream()
            .collect(Collectors.toMap(List::getFirst, row -> row.subList(1, 3)));

    private CategoryNames() {}

    static List<String> of(String category) {
        List<String> names = NAMES.get(category);
        if (names == null) {
            throw new IllegalArgumentException("No category " + category);
        }
        return names;
    }
}
