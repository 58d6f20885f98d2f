package cn.jinlin.standalone;

import java.util.EnumSet;
import java.util.concurrent.Callable;

import cn.jinlin.api.account.staff.invitation.FirstAdministrator;
import cn.jinlin.engines.EngineName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints a one-time link that makes an administrator.
@Command(name = "admin-link", mixinStandardHelpOptions = true, sortOptions = false)
final class AdminLinkCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", descriptionKey = "portal-port")
    private int port;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Screen screen = Screen.ofTerminal();
        try (Backends backends = Backends.forCommand(data.folder(), EnumSet.of(EngineName.POSTGRES), screen);
                var service = new Service(backends, data.folder(), screen).with("jinlin.indexer.enabled", "false")
                        .ofPortalAt(port)
                        .open()) {
            spec.commandLine().getOut().println(service.getBean(FirstAdministrator.class).createLink().address());
            return 0;
        }
    }
}
