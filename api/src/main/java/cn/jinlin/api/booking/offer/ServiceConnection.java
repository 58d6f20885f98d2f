package cn.jinlin.api.booking.offer;

import java.util.List;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.PageInfo;
import org.jspecify.annotations.Nullable;

/// A page of services.
record ServiceConnection(List<Edge> edges, PageInfo pageInfo) {

    private static final int MOST = 50;

    record Edge(String cursor, BookableService node) {}

    /// @throws BadInput LIST_PAGE_OUT_OF_RANGE
    static int requireSize(int first) {
        if (first < 1 || first > MOST) {
            throw new BadInput("first", "LIST_PAGE_OUT_OF_RANGE", MOST);
        }
        return first;
    }

    /// @param rows one more than the page where more follow
    static ServiceConnection of(List<BookableServices.Placed> rows, int first, @Nullable ServiceCursor after) {
        List<Edge> edges = rows.stream()
                .limit(first)
                .map(row -> new Edge(new ServiceCursor(row.wanted(), row.service().id()).write(), row.service()))
                .toList();
        return new ServiceConnection(edges,
                new PageInfo(rows.size() > first, after != null, edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }
}
