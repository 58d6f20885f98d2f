package cn.jinlin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.demo.DemoFiles;
import cn.jinlin.demo.DemoNetwork;
import cn.jinlin.engines.EngineListener;
import cn.jinlin.engines.EngineSettings;
import cn.jinlin.engines.Engines;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkNetworkFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Walking: the engine beside GraphHopper on the same network, and the circle over GraphQL beside an empty query.
@Command(name = "circle", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Walks of 15 minutes, coverage maps, memory and the circle over GraphQL.",
    "Baselines: GraphHopper's shortest-path tree at one speed on the same network; an empty GraphQL query.",
    "Networks: the demo district, the same ground at larger sizes, and any extract given by path."})
final class CircleBench implements Callable<Integer> {

    private static final String HEAP = "1g";

    @Option(names = "--nodes", split = ",", defaultValue = "300000,2000000", paramLabel = "N", description = "Sizes of generated networks. Default: ${DEFAULT-VALUE}")
    private List<Integer> sizes = List.of();

    @Option(names = "--pbf", paramLabel = "FILE", description = "An OpenStreetMap extract to measure on as well.")
    private @Nullable Path extract;

    @Option(names = "--queries", defaultValue = "2000", paramLabel = "N", description = "Queries a side. Default: ${DEFAULT-VALUE}")
    private int queries;

    @Option(names = "--clients", defaultValue = "16", paramLabel = "N", description = "Clients at once of the circle. Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--seconds", defaultValue = "5", paramLabel = "N", description = "Length of a round; each side has four. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var table = new Table(new PrintStream(System.out, true, StandardCharsets.UTF_8), "nodes");
        Path folder = Files.createTempDirectory("jinlin-bench");
        try {
            Path files = folder.resolve("files");
            DemoFiles.write(DemoDistrict.standard(), files);
            engine(files.resolve(DemoFiles.NETWORK), folder, table);
            if (extract != null) {
                engine(extract, folder, table);
            }
            for (int size : sizes) {
                Path file = folder.resolve("scaled.osm.pbf");
                DemoNetwork.scaled(DemoDistrict.DEFAULT_SEED, size).write(file);
                engine(file, folder, table);
                Files.delete(file);
            }
            service(files, folder, table);
        } finally {
            Folders.delete(folder);
        }
        table.print();
        return 0;
    }

    private void engine(Path file, Path folder, Table table) throws IOException, InterruptedException {
        Path saved = folder.resolve("network.bin");
        long start = System.nanoTime();
        ServiceProcess.java(folder.resolve("bench.log"), HEAP, "cn.jinlin.bench.NetworkReading",
                List.of(file.toString(), saved.toString()));
        double took = (System.nanoTime() - start) / 1e9;
        WalkNetwork network = WalkNetworkFile.load(saved);
        int nodes = network.nodes();
        table.add(nodes, "import, -Xmx" + HEAP + ", start of the program included", text("%.1f s", took), "no failure");
        table.add(nodes, "memory a node, arcs included", text("%.1f bytes", network.bytesPerNode()), "<= 64");
        var contest = new WalkContest(network);
        table.add(nodes, "15-minute search : GraphHopper's tree", "µs", contest.search(queries), "<= 0.2");
        table.add(nodes, "nearest edge to a point", text("%.1f µs", contest.attach(queries)), "");
        WalkContest.Coverage coverage = contest.coverage(400);
        table.add(nodes, "coverage of one category, whole", text("%.0f ms", coverage.wholeMillis()), "< 2,000 ms");
        table.add(nodes, "one facility opened or closed, median", text("%.2f ms", coverage.changeMillis()), "< 5 ms");
        table.add(nodes, "the slowest in a hundred", text("%.2f ms", coverage.slowMillis()), "< 5 ms");
    }

    private void service(Path files, Path folder, Table table) throws IOException, InterruptedException {
        Path log = folder.resolve("bench.log");
        try (Engines engines = Engines.start(EngineSettings.in(folder.resolve("data")), EngineListener.SILENT)) {
            load(engines, log, files.resolve(DemoFiles.BOUNDARIES), "boundaries");
            load(engines, log, files.resolve(DemoFiles.FACILITIES), "facilities");
            load(engines, log, files.resolve(DemoFiles.NETWORK), "network");
            try (ServiceProcess service = ServiceProcess.start(engines, log)) {
                Contest circle = Workload.circle(service.address());
                table.add(0, "circle : empty query, median, one client", "ms", circle.latency(1000), "<= 3");
                Contest.Sides slow = circle.slowest(clients, seconds);
                table.add(0, "circle : empty query, p99, " + clients + " clients", "ms", slow, "< 10 ms");
                table.add(0, "circle : empty query, " + clients + " clients", "1/s",
                        circle.throughput(clients, seconds),
                        ">= 0.33");
            }
        }
    }

    private static void load(Engines engines, Path log, Path file, String kind)
            throws IOException, InterruptedException {
        ServiceProcess.command(engines, log, List.of("import", file.toString(), "--kind", kind, "--crs", "WGS84",
                "--report", file.resolveSibling("report.csv").toString()));
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
