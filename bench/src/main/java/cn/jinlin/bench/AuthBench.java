package cn.jinlin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import cn.jinlin.engines.EngineListener;
import cn.jinlin.engines.EngineSettings;
import cn.jinlin.engines.Engines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Signing in: what a token adds to a query that is answered from memory, and how many people a second can sign in.
@Command(name = "auth", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "What checking a token adds to an anonymous query answered from memory; sign-ins by phone a second, end to end.",
    "Baseline: the same query without a token."})
final class AuthBench implements Callable<Integer> {

    private static final byte[] QUERY = "{\"query\":\"{ categories { code name } }\"}".getBytes(StandardCharsets.UTF_8);
    @Option(names = "--queries", defaultValue = "5000", paramLabel = "N", description = "Queries a side. Default: ${DEFAULT-VALUE}")
    private int queries;

    @Option(names = "--clients", defaultValue = "16", paramLabel = "N", description = "Clients at once. Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--seconds", defaultValue = "5", paramLabel = "N", description = "Length of a round; each side has four. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var table = new Table(new PrintStream(System.out, true, StandardCharsets.UTF_8), "clients");
        Path folder = Files.createTempDirectory("jinlin-bench");
        Path log = folder.resolve("bench.log");
        Path inbox = folder.resolve("sms").resolve("messages.jsonl");
        try (Engines engines = Engines.start(EngineSettings.in(folder.resolve("data")), EngineListener.SILENT);
                ServiceProcess service = ServiceProcess.start(engines, log, PhoneSignIns.settings(inbox));
                PhoneSignIns people = new PhoneSignIns(service.address(), inbox)) {
            Exchange anonymous = Exchange.post(service.address() + "/graphql", QUERY, "application/json");
            Exchange signedIn = anonymous.with("Authorization", "Bearer " + people.signIn());
            var check = new Contest(List.of(signedIn), List.of(anonymous));
            table.add(1, "query with : without a token, median", "ms", check.latency(queries), "<= 1.05");
            table.add(clients, "query with : without a token", "1/s", check.throughput(clients, seconds), "");
            people.rate(clients, seconds);
            table.add(clients, "sign-ins by phone a second, code asked for, received and sent",
                    String.format(Locale.ROOT, "%,.0f", people.rate(clients, 2 * seconds)), ">= 200");
        } finally {
            Folders.delete(folder);
        }
        table.print();
        return 0;
    }
}
