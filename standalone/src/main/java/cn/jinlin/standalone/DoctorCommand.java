package cn.jinlin.standalone;

import java.util.EnumSet;
import java.util.concurrent.Callable;

import cn.jinlin.api.facility.index.IndexHealth;
import cn.jinlin.engines.EngineName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Looks the installation over and says what is wrong.
@Command(name = "doctor", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Looks over the stores, the cache and the search index and says what is wrong.",
    "Ends with 0 when all is well, 1 when something needs a person."}, footer = {"",
        "Works beside a running start; without one it starts the engines for as long as it looks."})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--retry", descriptionKey = "retry", description = "Send what the search index refused too often to it once more.")
    private boolean retry;

    @Override
    public Integer call() {
        Screen screen = Screen.ofTerminal();
        DataFolder folder = data.folder();
        Examination examination = new Examination(screen, spec.commandLine().getOut());
        examination.ofMachine(folder);
        try (Backends backends = Backends.forCommand(folder, EnumSet.allOf(EngineName.class), screen);
                var service = new Service(backends, folder, screen).with("jinlin.indexer.enabled", "false").open()) {
            if (retry) {
                service.getBean(IndexHealth.class).retryGivenUp();
            }
            examination.ofRecord(service);
            examination.ofCache(service);
            examination.ofIndex(service.getBean(IndexHealth.class));
        }
        return examination.conclude();
    }
}
