package cn.jinlin.bench;

import java.io.IOException;
import java.nio.file.Path;

import cn.jinlin.search.walk.WalkNetworkFile;
import cn.jinlin.search.walk.osm.OsmNetwork;
import cn.jinlin.search.walk.osm.OsmOptions;

/// Reads an extract and saves the network: run in a process of its own, so that its heap can be bounded.
final class NetworkReading {

    private NetworkReading() {}

    static void main(String[] arguments) throws IOException {
        OsmNetwork read = OsmNetwork.read(Path.of(arguments[0]), OsmOptions.standard(), _ -> {});
        WalkNetworkFile.save(read.network(), Path.of(arguments[1]));
    }
}
