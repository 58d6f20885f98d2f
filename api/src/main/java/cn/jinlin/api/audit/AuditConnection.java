package cn.jinlin.api.audit;

import java.util.List;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PageInfo;

/// A page of the audit trail, the newest first.
public record AuditConnection(List<Edge> edges, PageInfo pageInfo) {

    static final String CURSOR = "AuditCursor";

    public record Edge(String cursor, AuditEntry node) {}

    /// @param found one more than the page has room for, when more follow
    static AuditConnection of(List<AuditEntry> found, int first, boolean hasPrevious) {
        List<Edge> edges = found.stream()
                .limit(first)
                .map(entry -> new Edge(GlobalId.of(CURSOR, entry.number()), entry))
                .toList();
        return new AuditConnection(edges,
                new PageInfo(found.size() > first, hasPrevious, edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }

    public List<AuditEntry> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
