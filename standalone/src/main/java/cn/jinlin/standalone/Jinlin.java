package cn.jinlin.standalone;

import java.util.Locale;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the one-machine edition.
@Command(name = "jinlin", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, subcommands = {
    StartCommand.class, ImportCommand.class, NetworkCommand.class, ReindexCommand.class, DoctorCommand.class,
    TokenCommand.class, AdminLinkCommand.class, DemoCommand.class, HelpCommand.class})
public final class Jinlin implements Runnable {
    private static final int HELP_WIDTH = 100;

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
        line.setResourceBundle(Texts.of("help", Locale.getDefault()));
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Failures());
        return line;
    }
}
