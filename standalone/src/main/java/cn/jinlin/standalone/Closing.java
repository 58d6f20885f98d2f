package cn.jinlin.standalone;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has been opened so far, closed in reverse when the process is told to end: the service before its engines.
final class Closing {
    private final Screen screen;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean closed;

    private Closing(Screen screen) {
        this.screen = screen;
    }

    /// Closes at Ctrl-C, at a polite kill and at the end of the program.
    static Closing atExit(Screen screen) {
        Closing closing = new Closing(screen);
        Runtime.getRuntime().addShutdownHook(new Thread(closing::closeAll, "jinlin-stop"));
        return closing;
    }

    /// Takes charge of something; where the end has come already, closes it at once.
    synchronized <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        if (closed) {
            closeAll();
        }
        return resource;
    }

    private synchronized void closeAll() {
        closed = true;
        if (!opened.isEmpty()) {
            screen.say("stopping");
        }
        while (!opened.isEmpty()) {
            closeOne(opened.pop());
        }
    }

    // One that will not close must not keep the rest from closing.
    private void closeOne(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            screen.say("stopping.failed", e.toString());
        }
    }
}
