package cn.jinlin.standalone;

import java.util.EnumSet;
import java.util.concurrent.Callable;

import cn.jinlin.api.facility.index.Reindexing;
import cn.jinlin.engines.EngineName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Rebuilds the search index from the record.
@Command(name = "reindex", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Rebuilds the search index from the record and puts it in the old one's place.",
    "Searches go on meanwhile; none fails. Works beside a running start and without one."})
final class ReindexCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        Screen screen = Screen.ofTerminal();
        try (Backends backends = Backends.forCommand(data.folder(),
                EnumSet.of(EngineName.POSTGRES, EngineName.ELASTICSEARCH), screen);
                var service = new Service(backends, data.folder(), screen).with("jinlin.indexer.enabled", "false")
                        .open()) {
            screen.say("reindex.began");
            long count = service.getBean(Reindexing.class).rebuild(screen.progress("reindex.progress"));
            screen.say("reindex.done", count);
            return 0;
        }
    }
}
