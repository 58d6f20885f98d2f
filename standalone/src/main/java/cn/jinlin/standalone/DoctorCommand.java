package cn.jinlin.standalone;

import java.util.EnumSet;
import java.util.concurrent.Callable;

import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.circle.network.NetworkIntake;
import cn.jinlin.api.facility.index.IndexHealth;
import cn.jinlin.api.ledger.Journals;
import cn.jinlin.engines.EngineName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Looks the installation over and says what is wrong.
@Command(name = "doctor", mixinStandardHelpOptions = true, sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--retry", descriptionKey = "retry")
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
            examination.ofJournals(service.getBean(Journals.class), folder.journals());
            examination.ofCache(service);
            examination.ofCalendar(service.getBean(WorkingCalendar.class));
            examination.ofWalking(service.getBean(NetworkIntake.class));
            examination.ofIndex(service.getBean(IndexHealth.class));
        }
        return examination.conclude();
    }
}
