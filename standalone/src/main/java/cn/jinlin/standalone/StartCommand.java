package cn.jinlin.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import cn.jinlin.api.account.staff.invitation.FirstAdministrator;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the portal with its engines until told to stop.
@Command(name = "start", mixinStandardHelpOptions = true, sortOptions = false)
final class StartCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", descriptionKey = "port")
    private int port;

    @Option(names = "--no-demo", descriptionKey = "no-demo")
    private boolean withoutDemo;

    @Option(names = "--until-ready", descriptionKey = "until-ready")
    private boolean untilReady;

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = Screen.ofTerminal();
        refuseTakenPort(screen);
        DataFolder folder = data.folder();
        screen.say("start.data", folder.path());
        Closing closing = Closing.atExit(screen);
        Backends backends = closing.add(Backends.forStart(folder, screen));
        screen.say("start.service");
        ConfigurableApplicationContext service = closing.add(new Service(backends, folder, screen).serve(port));
        backends.findOwn()
                .ifPresent(engines -> closing
                        .add(EngineWatch.over(engines, OutsideEngines.ofThisProcess().missing(), screen)));
        if (!withoutDemo) {
            new DemoFilling(service, screen).fillWhereEmpty();
        }
        screen.say("start.ready", service.getEnvironment().getRequiredProperty("local.server.port"));
        service.getBean(FirstAdministrator.class)
                .findLink()
                .ifPresent(link -> screen.say("start.administrator", link.address(),
                        link.expiresAt().atZone(ZoneId.of("Asia/Shanghai")).toLocalDateTime().withNano(0)));
        if (!untilReady) {
            new CountDownLatch(1).await();
        }
        return 0;
    }

    // Before anything else: nobody should wait for the engines to learn that the port is taken.
    private void refuseTakenPort(Screen screen) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IllegalArgumentException none) {
            throw screen.failure("start.port.none", Integer.toString(port));
        } catch (IOException taken) {
            throw screen.failure("start.port.taken", Integer.toString(port), Integer.toString(port + 1));
        }
    }
}
