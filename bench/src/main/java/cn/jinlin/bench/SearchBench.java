package cn.jinlin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

import cn.jinlin.api.JinlinApplication;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.index.FacilityDocuments;
import cn.jinlin.api.facility.index.Reindexing;
import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.demo.DemoFiles;
import cn.jinlin.engines.EngineListener;
import cn.jinlin.engines.EngineSettings;
import cn.jinlin.engines.Engines;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Finding facilities: the service against Elasticsearch asked directly with the same body.
@Command(name = "search", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Searches, suggestions, facility pages and indexing, at several sizes.",
    "Baselines: Elasticsearch asked directly with the same query body; the same page from a service without caches;",
    "a bare _bulk of the same documents. A million facilities take about half an hour and 8 GB of disk."})
final class SearchBench implements Callable<Integer> {

    /// So few documents are indexed before the JVM has warmed up: one round first, not counted.
    private static final int WARM_BELOW = 50_000;

    @Option(names = "--facilities", split = ",", defaultValue = "2000,100000,1000000", paramLabel = "N", description = "Sizes to measure at, in this order. Default: ${DEFAULT-VALUE}")
    private List<Integer> sizes = List.of();

    @Option(names = "--seconds", defaultValue = "5", paramLabel = "N", description = "Length of a throughput round; each side has four. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--clients", defaultValue = "32", paramLabel = "N", description = "Clients at once. Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--data", paramLabel = "DIR", description = "Where to work; a temporary folder otherwise, removed at the end.")
    private Path data = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var table = new Table(out, "facilities");
        for (int size : sizes) {
            boolean own = data.toString().isEmpty();
            Path folder = own ? Files.createTempDirectory("jinlin-bench") : data.resolve(Integer.toString(size));
            Files.createDirectories(folder);
            EngineSettings settings = EngineSettings.in(folder).withElasticsearchHeap(size > 50_000 ? 1024 : 512);
            try (Engines engines = Engines.start(settings, EngineListener.SILENT)) {
                measure(size, engines, folder, table);
            } finally {
                if (own) {
                    Folders.delete(folder);
                }
            }
        }
        table.print();
        return 0;
    }

    private void measure(int size, Engines engines, Path folder, Table table) throws IOException, InterruptedException {
        Path log = folder.resolve("bench.log");
        load(size, engines, folder, log, table);
        index(size, engines, folder, table);
        String elasticsearch = engines.elasticsearch().url();
        try (ServiceProcess cached = ServiceProcess.start(engines, log);
                ServiceProcess uncached = ServiceProcess.start(engines, log, "--jinlin.cache.enabled=false")) {
            Contest search = Workload.search(cached.address(), elasticsearch);
            table.add(size, "search, median latency", "ms", search.latency(400), "<= 1.5");
            table.add(size, "search, " + clients + " clients", "1/s", search.throughput(clients, seconds), ">= 0.5");
            Contest suggest = Workload.suggest(cached.address(), elasticsearch);
            table.add(size, "suggestions, median latency", "ms", suggest.latency(400), "<= 1.5");
            Contest pages = Workload.pages(cached.address(), uncached.address());
            pages.latency(200);
            table.add(size, "facility page cached : uncached", "1/s", pages.throughput(clients, seconds), ">= 3");
            if (size == sizes.getFirst()) {
                table.add(size, "Lighthouse, search page, phone",
                        Lighthouse.rate(cached.address() + "/find?q=yaodian", folder), ">= 95, 100");
            }
            table.add(size, "live heap of the service", cached.liveHeapMegabytes() + " MiB of " + ServiceProcess.HEAP,
                    "<= 512 MiB");
        }
    }

    private static void load(int size, Engines engines, Path folder, Path log, Table table)
            throws IOException, InterruptedException {
        Path files = folder.resolve("files");
        DemoFiles.write(DemoDistrict.of(DemoDistrict.DEFAULT_SEED, size), files);
        run(engines, log, files.resolve(DemoFiles.BOUNDARIES), "boundaries");
        for (String calendar : DemoFiles.CALENDARS) {
            run(engines, log, files.resolve(calendar), "calendar");
        }
        long start = System.nanoTime();
        run(engines, log, files.resolve(DemoFiles.FACILITIES), "facilities");
        double took = (System.nanoTime() - start) / 1e9;
        table.add(size, "import, -Xmx" + ServiceProcess.HEAP + ", start of the command included",
                String.format(Locale.ROOT, "%.0f s", took), "no failure");
        Files.delete(files.resolve(DemoFiles.FACILITIES));
    }

    private static void run(Engines engines, Path log, Path file, String kind)
            throws IOException, InterruptedException {
        ServiceProcess.command(engines, log, List.of("import", file.toString(), "--kind", kind, "--crs", "WGS84",
                "--report", file.resolveSibling("report.csv").toString()));
    }

    private static void index(int size, Engines engines, Path folder, Table table)
            throws IOException, InterruptedException {
        double ours;
        double bare;
        var counted = new AtomicLong();
        try (var context = new SpringApplicationBuilder(JinlinApplication.class).web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + engines.postgres().jdbcUrl(),
                        "--spring.datasource.username=" + engines.postgres().user(),
                        "--spring.datasource.password=" + engines.postgres().password(),
                        "--spring.data.redis.host=" + engines.redis().host(),
                        "--spring.data.redis.port=" + engines.redis().port(),
                        "--jinlin.elasticsearch.uris=" + engines.elasticsearch().url(),
                        "--jinlin.personal-data.key=" + ServiceProcess.PERSONAL_DATA_KEY,
                        "--logging.threshold.console=off",
                        "--jinlin.indexer.enabled=false", "--spring.main.lazy-initialization=true")) {
            if (size < WARM_BELOW) {
                context.getBean(Reindexing.class).rebuild(counted::set);
            }
            long start = System.nanoTime();
            long documents = context.getBean(Reindexing.class).rebuild(counted::set);
            ours = documents / ((System.nanoTime() - start) / 1e9);
            bare = new BareBulk(engines.elasticsearch().url(), folder.resolve("bulk"),
                    context.getBean(Facilities.class),
                    context.getBean(FacilityDocuments.class)).measure();
        }
        table.add(size, "index from the record : bare _bulk", "1/s", new Contest.Sides(ours, bare), ">= 0.7");
    }
}
