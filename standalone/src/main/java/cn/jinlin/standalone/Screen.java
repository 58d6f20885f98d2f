package cn.jinlin.standalone;

import java.io.Console;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.LongConsumer;

/// Talks to the operator, in the language of their locale. What happens goes to standard error, so that standard output
/// carries a command's result alone.
final class Screen {
    private static final long LINE_EVERY_NANOS = 5_000_000_000L;
    private static final long REDRAW_EVERY_NANOS = 100_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final Locale locale;
    private final ResourceBundle texts;
    private final long started = System.nanoTime();

    Screen(PrintStream out, boolean terminal, Locale locale) {
        this.out = out;
        this.terminal = terminal;
        this.locale = locale;
        texts = Texts.of("messages", locale);
    }

    static Screen ofTerminal() {
        boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new Screen(System.err, terminal, Locale.getDefault());
    }

    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    boolean speaksChinese() {
        return locale.getLanguage().equals("zh");
    }

    CommandFailure failure(String key, Object... values) {
        return new CommandFailure(text(key, values));
    }

    /// A line with the seconds since the command began.
    synchronized void say(String key, Object... values) {
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(Locale.ROOT, "%s[%5.1f s] %s%n", terminal ? "\r\u001b[K" : "", seconds, text(key, values));
    }

    /// A counter for long work: redrawn in place on a terminal, a line now and then elsewhere.
    ///
    /// @param key a text with the count as its first value
    LongConsumer progress(String key) {
        long pause = terminal ? REDRAW_EVERY_NANOS : LINE_EVERY_NANOS;
        return new LongConsumer() {
            private long next = System.nanoTime() + pause;

            @Override
            public void accept(long count) {
                if (System.nanoTime() - next >= 0) {
                    next = System.nanoTime() + pause;
                    redraw(text(key, count));
                }
            }
        };
    }

    private synchronized void redraw(String line) {
        if (terminal) {
            out.print("\r\u001b[K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }
}
