package cn.jinlin.api.account.paging;

import java.util.List;
import java.util.function.ToLongFunction;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PageInfo;
import org.jspecify.annotations.Nullable;

/// A page of a list that grows at its front, newest first. Named as the GraphQL library wants connections to be named: it
/// leaves those alone.
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {

    private static final String CURSOR = "Position";
    private static final int MOST = 50;

    public record Edge<T>(String cursor, T node) {}

    /// What to read for a page.
    ///
    /// @param before positions from this on belong to earlier pages
    public record Request(int first, long before) {

        /// @throws BadInput when the size is not 1 to 50, or the cursor none of this product
        public static Request of(int first, @Nullable String after) {
            if (first < 1 || first > MOST) {
                throw new BadInput("first", "LIST_PAGE_OUT_OF_RANGE", MOST);
            }
            return new Request(first, after == null
                    ? Long.MAX_VALUE
                    : GlobalId.findNumber(CURSOR, after).orElseThrow(() -> new BadInput("after", "BROKEN_CURSOR")));
        }

        /// One more than is shown tells whether another page follows.
        public int limit() {
            return first + 1;
        }

        boolean isFirst() {
            return before == Long.MAX_VALUE;
        }
    }

    /// @param rows newest first, one more than the page where more follow
    public static <T> Connection<T> of(Request request, List<T> rows, ToLongFunction<T> position) {
        List<Edge<T>> edges = rows.stream()
                .limit(request.first())
                .map(row -> new Edge<>(GlobalId.of(CURSOR, position.applyAsLong(row)), row))
                .toList();
        return new Connection<>(edges, new PageInfo(rows.size() > request.first(), !request.isFirst(),
                edges.isEmpty() ? null : edges.getFirst().cursor(), edges.isEmpty() ? null : edges.getLast().cursor()));
    }
}
