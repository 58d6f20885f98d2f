package cn.jinlin.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The compose file, its variables filled in as compose would.
record ComposeFile(String source, String rendered, Map<String, Map<String, Object>> services) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([?-])([^}]*))?}");
    private static final Pattern SECRET_LINE = Pattern.compile(
            "^\\s*\\w*(PASSWORD|SECRET|TOKEN|KEY):\\s*+(?!\\$\\{).+$",
            Pattern.MULTILINE);

    @SuppressWarnings("unchecked")
    static ComposeFile read() {
        try {
            String source = Files.readString(Repository.file("docker/compose.yaml"));
            String rendered = VARIABLE.matcher(source).replaceAll(found -> Matcher.quoteReplacement(valueOf(found)));
            Map<String, Object> whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(rendered);
            return new ComposeFile(source, rendered,
                    (Map<String, Map<String, Object>>) whole.getOrDefault("services", Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String valueOf(java.util.regex.MatchResult variable) {
        return "-".equals(variable.group(2)) ? variable.group(3) : "filled-in-" + variable.group(1);
    }

    static Map<String, String> example() throws IOException {
        Map<String, String> example = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Repository.file("docker/.env.example"))) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                example.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return example;
    }

    Set<String> requiredVariables() {
        return VARIABLE.matcher(source)
                .results()
                .filter(found -> "?".equals(found.group(2)))
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> secretsWrittenOut() {
        return SECRET_LINE.matcher(source).results().map(found -> found.group().strip()).toList();
    }

    @SuppressWarnings("unchecked")
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<String, Object>) part(service, "environment"))
                .forEach((name, value) -> environment.put(name, value.toString()));
        return environment;
    }

    @SuppressWarnings("unchecked")
    List<String> waitsForHealthOf(String service) {
        List<String> awaited = new ArrayList<>();
        ((Map<String, Map<String, String>>) part(service, "depends_on")).forEach((name, rule) -> {
            if ("service_healthy".equals(rule.get("condition"))) {
                awaited.add(name);
            }
        });
        return awaited;
    }

    String image(String service) {
        return (String) part(service, "image");
    }

    @SuppressWarnings("unchecked")
    String buildContext() {
        return ((Map<String, String>) part("api", "build")).getOrDefault("context", ".");
    }

    @SuppressWarnings("unchecked")
    String dockerfile() {
        return ((Map<String, String>) part("api", "build")).getOrDefault("dockerfile", "Dockerfile");
    }

    private Object part(String service, String name) {
        Object part = services.getOrDefault(service, Map.of()).get(name);
        if (part == null) {
            throw new AssertionError("compose.yaml gives " + service + " no " + name);
        }
        return part;
    }

    static boolean composeIsInstalled() throws InterruptedException {
        try {
            return compose("version").waitFor() == 0;
        } catch (IOException noDockerAtAll) {
            return false;
        }
    }

    String renderedByCompose() throws IOException, InterruptedException {
        Process process = compose("-f", "compose.yaml", "config");
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(printed);
        }
        return printed;
    }

    private static Process compose(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(Repository.file("docker").toFile())
                .redirectErrorStream(true);
        example().keySet().forEach(name -> builder.environment().put(name, "8080"));
        return builder.start();
    }
}
