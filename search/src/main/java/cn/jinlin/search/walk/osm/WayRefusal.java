package cn.jinlin.search.walk.osm;

/// Why a way of the extract is not part of the walking network.
public enum WayRefusal {
    /// A motorway, a race track, a bus lane: nobody walks there unless `foot` says so.
    NOT_FOR_WALKERS,
    /// Under construction, planned or gone.
    UNFINISHED,
    /// `access` or `foot` keeps everybody out.
    FORBIDDEN,
    /// For residents alone, and the options leave those out.
    PRIVATE,
    /// A road for motor vehicles only (`motorroad`).
    MOTORROAD,
    /// A ferry: it sails by a timetable, which a walking time cannot tell.
    FERRY,
    /// Fewer than two nodes.
    NO_LINE,
    /// A second way of the same id: the first counts.
    TWICE
}
