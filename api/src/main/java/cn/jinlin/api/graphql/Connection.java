package cn.jinlin.api.graphql;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/// A page of a list. Named as the GraphQL library wants connections to be
/// named: it leaves those alone.
///
/// @param totalCount how long the whole list is; null where nobody counts
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, @Nullable Integer totalCount) {

    private static final String CURSOR = "Position";

    public record Edge<T>(String cursor, T node) {}

    /// What to read for a page.
    ///
    /// @param after number of the last item of the page before; null for the first page
    public record Request(int first, @Nullable Long after) {

        /// @param most the largest page of that list
        /// @throws BadInput when the size is not 1 to `most`, or the cursor none of this product
        public static Request of(int first, @Nullable String after, int most) {
            return new Request(requireSize(first, most), after == null ? null : read(after));
        }

        /// For lists with the newest first: numbers from this on belong to earlier pages.
        public long before() {
            return after == null ? Long.MAX_VALUE : after;
        }

        /// For lists in the order of their numbers: numbers up to this belong to earlier pages.
        public long beyond() {
            return after == null ? 0 : after;
        }

        /// One more than is shown tells whether another page follows.
        public int limit() {
            return first + 1;
        }
    }

    /// @param rows in the list's order, one more than the page where more follow
    public static <T> Connection<T> of(Request request, List<T> rows, ToLongFunction<T> number) {
        return of(request.first(), request.after() != null, rows, row -> cursor(number.applyAsLong(row)));
    }

    /// For lists in another order than that of a number, which have a cursor of their own.
    ///
    /// @param continued whether a page lies before this one
    /// @param rows in the list's order, one more than the page where more follow
    public static <T> Connection<T> of(int first, boolean continued, List<T> rows, Function<T, String> cursor) {
        List<Edge<T>> edges = rows.stream().limit(first).map(row -> new Edge<>(cursor.apply(row), row)).toList();
        return new Connection<>(edges, new PageInfo(rows.size() > first, continued,
                edges.isEmpty() ? null : edges.getFirst().cursor(), edges.isEmpty() ? null : edges.getLast().cursor()),
                null);
    }

    /// @param most the largest page of that list
    /// @throws BadInput PAGE_SIZE_OUT_OF_RANGE
    public static int requireSize(int first, int most) {
        if (first < 1 || first > most) {
            throw new BadInput("first", "PAGE_SIZE_OUT_OF_RANGE", most);
        }
        return first;
    }

    /// The same page, which also says how long the whole list is.
    public Connection<T> counted(int total) {
        return new Connection<>(edges, pageInfo, total);
    }

    public static String cursor(long number) {
        return GlobalId.of(CURSOR, number);
    }

    private static long read(String cursor) {
        return GlobalId.findNumber(CURSOR, cursor).orElseThrow(() -> new BadInput("after", "BROKEN_CURSOR"));
    }

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /// The same page of something made of each item.
    public <R> Connection<R> map(Function<T, R> view) {
        return new Connection<>(
                edges.stream().map(edge -> new Edge<>(edge.cursor(), view.apply(edge.node()))).toList(), pageInfo,
                totalCount);
    }
}
