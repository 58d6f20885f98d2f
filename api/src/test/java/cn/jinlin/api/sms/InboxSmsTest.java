package cn.jinlin.api.sms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;

import cn.jinlin.api.personal.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class InboxSmsTest {

    private static final PhoneNumber PHONE = PhoneNumber.parse("13900001234").orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void eachMessageIsALineOfAFileForItsOwnerAlone() throws IOException, SmsFailedException {
        SmsSender sms = inbox(false);
        String id = sms.send(PHONE, "sign_in_code", "zh-CN", Map.of("code", "012345"));
        sms.send(PHONE, "sign_in_code", "en", Map.of("code", "543210"));

        Path file = folder.resolve("sms/messages.jsonl");
        JsonNode first = JsonMapper.shared().readTree(Files.readAllLines(file).getFirst());
        assertThat(first.get("id").asString()).isEqualTo(id);
        assertThat(first.get("to").asString()).isEqualTo("13900001234");
        assertThat(first.at("/values/code").asString()).isEqualTo("012345");
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void theOperatorsTerminalShowsTheCodeWhereItIsAskedTo(CapturedOutput output) throws SmsFailedException {
        inbox(false).send(PHONE, "sign_in_code", "zh-CN", Map.of("code", "111111"));
        inbox(true).send(PHONE, "sign_in_code", "zh-CN", Map.of("code", "222222"));

        assertThat(output).doesNotContain("111111")
                .contains("222222")
                .contains("139****1234")
                .doesNotContain(PHONE.digits());
    }

    private SmsSender inbox(boolean console) {
        return new InboxSms(new SmsSettings.Inbox(folder.resolve("sms"), console), JsonMapper.shared(),
                Clock.systemUTC());
    }
}
