package cn.jinlin.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.demo.DemoFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes a demo district as files.
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--facilities", paramLabel = "N", descriptionKey = "facilities", defaultValue = ""
            + DemoDistrict.DEFAULT_FACILITIES)
    private int facilities;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = ""
            + DemoDistrict.DEFAULT_SEED)
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", descriptionKey = "out")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        Screen screen = Screen.ofTerminal();
        if (facilities < 1) {
            throw screen.failure("demo.too.few", facilities);
        }
        screen.say("demo.writing", facilities, folder.toAbsolutePath().normalize());
        DemoFiles.write(DemoDistrict.of(seed, facilities), folder);
        screen.say("demo.written");
        return 0;
    }
}
