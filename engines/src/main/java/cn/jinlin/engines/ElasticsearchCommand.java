package cn.jinlin.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The command line of the server's JVM: the system options that the server's own launcher would give, and a heap and
/// collector for a machine that many things share.
final class ElasticsearchCommand {
    private static final List<String> SYSTEM_OPTIONS = List.of("-Des.networkaddress.cache.ttl=60",
            "-Des.networkaddress.cache.negative.ttl=10", "-Xss1m", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
            "-Djna.nosys=true", "-XX:-OmitStackTraceInFastThrow", "-Dio.netty.noUnsafe=true",
            "-Dio.netty.noKeySetOptimization=true", "-Dio.netty.recycler.maxCapacityPerThread=0",
            "-Dlog4j.shutdownHookEnabled=false", "-Dlog4j2.disable.jmx=true", "-Dlog4j2.formatMsgNoLookups=true",
            "-Djava.locale.providers=CLDR", "-Des.distribution.type=tar", "-Des.java.type=unknown",
            "--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core",
            "--illegal-native-access=deny", "-XX:+EnableDynamicAgentLoading", "-Djdk.attach.allowAttachSelf=true",
            "--add-exports=java.base/org.elasticsearch.entitlement.bridge=org.elasticsearch.entitlement,"
                    + "java.logging,java.net.http,java.naming,jdk.net,jdk.zipfs,jdk.management.agent",
            "--add-modules=jdk.incubator.vector", "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
            "-XX:+ExitOnOutOfMemoryError");
    private static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData", "-Xlog:disable", "-Xlog:all=error:stderr");

    private ElasticsearchCommand() {}

    static List<String> of(Path program, Path temporary, int heapMegabytes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.add("-Xms" + heapMegabytes + "m");
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(QUICK_START);
        command.addAll(SYSTEM_OPTIONS);
        command.add("-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=" + Runtime.version().feature());
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-Des.path.home=" + program);
        command.add("--patch-module=java.base=" + bridge(program));
        command.addAll(List.of("--module-path", program.resolve("lib").toString(), "--add-modules=jdk.net",
                "--add-modules=jdk.management.agent", "--add-modules=ALL-MODULE-PATH", "-m",
                "org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch"));
        return command;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path bridge(Path program) throws IOException {
        try (Stream<Path> jars = Files.list(program.resolve("lib").resolve("entitlement-bridge"))) {
            return jars.findFirst()
                    .orElseThrow(() -> new EngineException("Elasticsearch in " + program + " is not whole"));
        }
    }
}
