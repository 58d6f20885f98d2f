package cn.jinlin.api.circle.coverage;

import cn.jinlin.api.circle.coverage.home.Homes;
import cn.jinlin.search.walk.WalkNetwork;

/// Homes, the squares they stand in, and where they meet the network.
record HomesOnFoot(WalkNetwork network, Homes homes, HomeSquares squares, AttachedHomes attached) {}
