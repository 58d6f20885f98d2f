package cn.jinlin.search.walk.osm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import cn.jinlin.search.walk.Islands;
import cn.jinlin.search.walk.WalkNetwork;

/// What an extract held and what became of it.
///
/// @param takenAt when the data was taken from OpenStreetMap, where the file says so
/// @param waysRead all ways of the extract, buildings and rivers included
/// @param waysWalkable those that are part of the network
/// @param refused ways that concern traffic and yet are not, by reason; reasons that never occurred are not there
/// @param nodes of the network: junctions, dead ends, closed gates
/// @param edges of the network
/// @param kilometres length of all edges
/// @param islands what was left out because nothing joins it to the rest
/// @param missingReferences nodes that ways name and the file has not, as at the border of an extract; a way is cut there
/// @param repeatedNodes nodes that the file has more than once: the first counts
/// @param closedBarriers nodes where a way is cut because nobody passes
/// @param bounds of the network
public record NetworkReport(
        Optional<Instant> takenAt,
        long waysRead,
        int waysWalkable,
        Map<WayRefusal, Integer> refused,
        int nodes,
        int edges,
        double kilometres,
        Islands.Report islands,
        int missingReferences,
        int repeatedNodes,
        int closedBarriers,
        WalkNetwork.Bounds bounds) {}
