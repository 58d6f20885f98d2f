package cn.jinlin.api.account.staff;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.PageInfo;
import org.jspecify.annotations.Nullable;

/// A page of a list that is ordered by a number.
record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, int totalCount) {

    private static final int LARGEST = 100;

    record Edge<T>(String cursor, T node) {}

    /// @param after the number that precedes the page; 0 for the first page
    record Page(int first, long after) {

        /// @throws BadInput when there is no such page
        static Page of(int first, @Nullable String after) {
            if (first < 1 || first > LARGEST) {
                throw new BadInput("first", "PAGE_SIZE_OUT_OF_RANGE", LARGEST);
            }
            return new Page(first, after == null ? 0 : read(after));
        }

        /// One more than the page: it tells whether there is another.
        int limit() {
            return first + 1;
        }

        private static long read(String cursor) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (plain.matches("\\d{1,18}")) {
                    return Long.parseLong(plain);
                }
            } catch (IllegalArgumentException notBase64) {
                throw new BadInput("after", "BROKEN_CURSOR");
            }
            throw new BadInput("after", "BROKEN_CURSOR");
        }
    }

    /// @param rows up to one more than the page holds
    static <T> Connection<T> of(List<T> rows, Page page, ToLongFunction<T> number, int total) {
        List<Edge<T>> edges = rows.stream()
                .limit(page.first())
                .map(row -> new Edge<>(cursor(number.applyAsLong(row)), row))
                .toList();
        return new Connection<>(edges,
                new PageInfo(rows.size() > page.first(), page.after() > 0,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()),
                total);
    }

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /// The same page of something made of each item.
    <R> Connection<R> map(Function<T, R> view) {
        return new Connection<>(
                edges.stream().map(edge -> new Edge<>(edge.cursor(), view.apply(edge.node()))).toList(), pageInfo,
                totalCount);
    }

    private static String cursor(long number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(number).getBytes(StandardCharsets.UTF_8));
    }
}
