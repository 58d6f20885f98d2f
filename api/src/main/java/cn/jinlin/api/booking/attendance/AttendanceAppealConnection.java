package cn.jinlin.api.booking.attendance;

import java.util.List;

import cn.jinlin.api.booking.attendance.AttendanceInputs.AppealView;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PageInfo;
import org.jspecify.annotations.Nullable;

/// A page of appeals: open ones first, the oldest leading; then the newest decided.
record AttendanceAppealConnection(List<Edge> edges, PageInfo pageInfo) {

    private static final String CURSOR = "AppealPosition";
    private static final int MOST = 50;

    record Edge(String cursor, AppealView node) {}

    record Page(int first, Appeals.@Nullable After after) {

        /// @throws BadInput LIST_PAGE_OUT_OF_RANGE, BROKEN_CURSOR
        static Page of(int first, @Nullable String after) {
            if (first < 1 || first > MOST) {
                throw new BadInput("first", "LIST_PAGE_OUT_OF_RANGE", MOST);
            }
            if (after == null) {
                return new Page(first, null);
            }
            long position = GlobalId.findNumber(CURSOR, after)
                    .orElseThrow(() -> new BadInput("after", "BROKEN_CURSOR"));
            return new Page(first, new Appeals.After(position % 2 == 1, position / 2));
        }
    }

    /// @param rows up to one more than the page holds
    static AttendanceAppealConnection of(Page page, List<AppealView> rows) {
        List<Edge> edges = rows.stream().limit(page.first()).map(row -> new Edge(cursor(row.appeal()), row)).toList();
        return new AttendanceAppealConnection(edges,
                new PageInfo(rows.size() > page.first(), page.after() != null,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }

    private static String cursor(Appeal appeal) {
        return GlobalId.of(CURSOR, appeal.number() * 2 + (appeal.state() == Appeal.State.OPEN ? 1 : 0));
    }
}
