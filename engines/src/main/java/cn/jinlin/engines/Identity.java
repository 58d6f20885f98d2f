package cn.jinlin.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.sun.security.auth.module.UnixSystem;

/// Whom an engine runs as. PostgreSQL and Elasticsearch refuse to be root, so where we are root they get a user
/// namespace in which they are somebody else while their files stay ours, or, where those are switched off, a user
/// without rights who then owns the store.
record Identity(List<String> prefix) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U", "--map-user=1000", "--map-group=1000");

    /// @param home the engine's own folder, which must exist
    /// @param program what is to be run, to see that it can be
    static Identity of(Path home, Path program) {
        try {
            return new UnixSystem().getUid() == ROOT ? insteadOfRoot(home, program) : new Identity(List.of());
        } catch (IOException e) {
            throw new EngineException("The owner of " + home + " cannot be read or changed", e);
        }
    }

    private static Identity insteadOfRoot(Path home, Path program) throws IOException {
        int owner = (Integer) Files.getAttribute(home, "unix:uid");
        if (owner == ROOT && succeeds(with(NAMESPACE, "true"))) {
            return new Identity(NAMESPACE);
        }
        int user = owner == ROOT ? NOBODY : owner;
        int group = owner == ROOT ? NOBODY : (Integer) Files.getAttribute(home, "unix:gid");
        List<String> other = List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
        giveTo(user, group, home);
        for (Path needed : List.of(home, program, Path.of(System.getProperty("java.home"), "bin", "java"))) {
            if (!succeeds(with(other, "test", "-x", needed.toString()))) {
                throw new EngineException("The engines do not run as root, and user " + user + " cannot reach " + needed
                        + ": choose a data folder that everybody may enter, or start as an ordinary user");
            }
        }
        return new Identity(other);
    }

    private static void giveTo(int user, int group, Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    List<String> running(List<String> command) {
        return with(prefix, command.toArray(String[]::new));
    }

    private static List<String> with(List<String> prefix, String... command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        return all;
    }

    private static boolean succeeds(List<String> command) {
        return Commands.find(command).isPresent();
    }
}
