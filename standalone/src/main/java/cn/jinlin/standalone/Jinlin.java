package cn.jinlin.standalone;

import java.util.Locale;
import java.util.ResourceBundle;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the one-machine edition.
@Command(name = "jinlin", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, subcommands = {
    StartCommand.class, ImportCommand.class, ReindexCommand.class, DoctorCommand.class,
    TokenCommand.class, DemoCommand.class, HelpCommand.class}, description = {
        "A residents' portal for the 15-minute service circle of a city district."}, footer = {"",
            "With the launcher, also:", //
            "  jinlin build         builds what changed since the last time", //
            "  jinlin test          runs every test: Java, portal, browser", //
            "  jinlin bench NAME    measures against a named baseline, for example: jinlin bench search", "",
            "Outside engines are used instead of the embedded ones where the environment names them:",
            "  SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD",
            "  SPRING_DATA_REDIS_HOST, SPRING_DATA_REDIS_PORT, SPRING_DATA_REDIS_PASSWORD",
            "  JINLIN_ELASTICSEARCH_URIS"})
public final class Jinlin implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Jinlin() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    // An Error ends the main thread alone; the web server's threads would keep a half-started portal running.
    private static int run(String[] arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (Error e) {
            e.printStackTrace();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Jinlin());
        line.setResourceBundle(ResourceBundle.getBundle("cn.jinlin.standalone.help", Locale.getDefault()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Failures());
        return line;
    }
}
