package cn.jinlin.api.sms;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import cn.jinlin.api.personal.PhoneNumber;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Puts messages into a file on this machine instead of sending them, one JSON object a line, for trying the product out.
/// Whoever may read the file can sign in as anybody: it is made for its owner alone.
class InboxSms implements SmsSender {

    private final Path file;
    private final boolean console;
    private final JsonMapper json;
    private final Clock clock;

    InboxSms(SmsSettings.Inbox settings, JsonMapper json, Clock clock) {
        this.file = settings.folder().resolve("messages.jsonl");
        this.console = settings.console();
        this.json = json;
        this.clock = clock;
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public String send(PhoneNumber to, String template, String language, Map<String, String> values)
            throws SmsFailedException {
        String id = UUID.randomUUID().toString();
        var line = new LinkedHashMap<String, Object>();
        line.put("id", id);
        line.put("at", clock.instant().toString());
        line.put("to", to.digits());
        line.put("template", template);
        line.put("language", language);
        line.put("values", values);
        append(json.writeValueAsString(line) + "\n");
        if (console) {
            show(to, template, values);
        }
        return id;
    }

    private synchronized void append(String line) throws SmsFailedException {
        try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                ownerOnly())) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException full) {
            throw new SmsFailedException("inbox_unwritable", false);
        }
    }

    @SuppressWarnings("SystemOut") // the operator's terminal is the phone of this edition
    private static void show(PhoneNumber to, String template, Map<String, String> values) {
        PrintStream terminal = System.out;
        terminal.println("[演示短信 demo SMS] " + to.masked() + " " + template + " " + values);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
