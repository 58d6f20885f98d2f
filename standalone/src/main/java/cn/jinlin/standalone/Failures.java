package cn.jinlin.standalone;

import cn.jinlin.engines.EngineException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// What was foreseen is told in one line; what was not keeps its stack trace, because somebody will have to read it.
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailure || failure instanceof EngineException) {
            line.getErr().println(line.getColorScheme().errorText(String.valueOf(failure.getMessage())));
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
