package cn.jinlin.standalone;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;

import cn.jinlin.api.circle.network.WalkNetworkVersion;
import cn.jinlin.api.circle.network.WalkNetworks;
import cn.jinlin.engines.EngineName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows the walking networks that are kept, and takes the last import back.
@Command(name = "network", mixinStandardHelpOptions = true, sortOptions = false)
final class NetworkCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(ZoneId.of("Asia/Shanghai"));

    @Option(names = "--go-back", descriptionKey = "go-back")
    private boolean goBack;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Screen screen = Screen.ofTerminal();
        try (Backends backends = Backends.forCommand(data.folder(), EnumSet.of(EngineName.POSTGRES), screen);
                var service = new Service(backends, data.folder(), screen).with("jinlin.indexer.enabled", "false")
                        .open()) {
            WalkNetworks networks = service.getBean(WalkNetworks.class);
            if (goBack) {
                Optional<WalkNetworkVersion> back = networks.goBack();
                screen.say(back.isPresent() ? "network.went.back" : "network.no.earlier",
                        back.map(WalkNetworkVersion::version).orElse(0));
            }
            PrintWriter out = spec.commandLine().getOut();
            networks.list().forEach(version -> out.println(line(version, screen)));
            if (networks.list().isEmpty()) {
                out.println(screen.text("network.none"));
            }
            out.flush();
            return 0;
        }
    }

    private static String line(WalkNetworkVersion version, Screen screen) {
        return screen.text(version.inUse() ? "network.line.in.use" : "network.line", version.version(),
                TIME.format(version.importedAt()), version.source(), version.nodes(), version.kilometres());
    }
}
