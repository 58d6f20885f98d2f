package cn.jinlin.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./jinlin bench NAME`: each benchmark measures the product and a named baseline in the same run and prints the ratio.
@Command(name = "jinlin bench", description = "Measures the product against a named baseline, in the same run on the same machine.", mixinStandardHelpOptions = true, subcommands = {
    SearchBench.class, CircleBench.class, AuthBench.class, LiveBench.class,
    BookingBench.class}, synopsisSubcommandLabel = "NAME")
final class Bench {

    private Bench() {}

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
