package cn.jinlin.engines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The server's arguments in its own wire form, made by the server's own classes in a class loader apart, as its
/// launcher would send them on standard input.
final class ElasticsearchArguments {
    private static final String SETTINGS = "org.elasticsearch.common.settings.Settings";
    private static final String SECRETS = "org.elasticsearch.common.settings.KeyStoreWrapper";
    private static final String SECURE_SETTINGS = "org.elasticsearch.common.settings.SecureSettings";
    private static final String ARGUMENTS = "org.elasticsearch.bootstrap.ServerArgs";
    private static final String STREAM = "org.elasticsearch.common.io.stream.OutputStreamStreamOutput";
    private static final String STREAM_TYPE = "org.elasticsearch.common.io.stream.StreamOutput";

    private ElasticsearchArguments() {}

    static byte[] serialise(Path program, Map<String, String> settings, Path config, Path logs) {
        try (URLClassLoader server = new URLClassLoader(jars(program), ClassLoader.getPlatformClassLoader())) {
            Object builder = server.loadClass(SETTINGS).getMethod("builder").invoke(null);
            var put = builder.getClass().getMethod("put", String.class, String.class);
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                put.invoke(builder, setting.getKey(), setting.getValue());
            }
            Object built = builder.getClass().getMethod("build").invoke(builder);
            Object secrets = server.loadClass(SECRETS).getMethod("create").invoke(null);
            Object arguments = server.loadClass(ARGUMENTS)
                    .getConstructor(boolean.class, boolean.class, Path.class, server.loadClass(SECURE_SETTINGS),
                            server.loadClass(SETTINGS), Path.class, Path.class)
                    .newInstance(false, false, null, secrets, built, config, logs);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Object stream = server.loadClass(STREAM).getConstructor(OutputStream.class).newInstance(bytes);
            arguments.getClass().getMethod("writeTo", server.loadClass(STREAM_TYPE)).invoke(arguments, stream);
            return bytes.toByteArray();
        } catch (ReflectiveOperationException | IOException e) {
            throw new EngineException("Elasticsearch's arguments cannot be made by the classes in " + program, e);
        }
    }

    private static URL[] jars(Path program) throws IOException {
        try (Stream<Path> files = Files.list(program.resolve("lib"))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return urls;
        }
    }
}
