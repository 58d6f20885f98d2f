package cn.jinlin.api.circle.network;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A walking network as it was imported.
///
/// @param source what its file was called
/// @param attribution to whom the map is owed
/// @param since when it was taken into use, or imported where it is not in use
/// @param attachedShare of the facilities there were then, those with a path within 100 m, 0 to 1; null when there were none
public record WalkNetworkVersion(int version, String source, String attribution, int nodes, int edges, int kilometres,
        Instant importedAt, Instant since, boolean inUse, @Nullable Double attachedShare) {}
