package cn.jinlin.api.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The phones of this test run: what the service sent to them.
@TestComponent
public class PhoneInbox {

    static final Path FOLDER = folder();

    /// The messages a phone got, the oldest first.
    public List<JsonNode> list(String phone) {
        Path file = FOLDER.resolve("messages.jsonl");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file)
                    .stream()
                    .map(JsonMapper.shared()::readTree)
                    .filter(message -> message.get("to").asString().equals(phone))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Waits for a message of a template to a phone, and reads the code in it.
    ///
    /// @param messages how many of that template the phone should have got by then
    public String awaitCode(String phone, String template, int messages) {
        Records.await(() -> list(phone, template).size() >= messages);
        return list(phone, template).getLast().at("/values/code").asString();
    }

    private List<JsonNode> list(String phone, String template) {
        return list(phone).stream().filter(message -> message.get("template").asString().equals(template)).toList();
    }

    private static Path folder() {
        try {
            Path made = Files.createTempDirectory("phones");
            // Deleted in the opposite order: the file first.
            made.toFile().deleteOnExit();
            made.resolve("messages.jsonl").toFile().deleteOnExit();
            return made;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
