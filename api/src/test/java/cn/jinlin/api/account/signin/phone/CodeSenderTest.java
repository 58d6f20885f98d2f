package cn.jinlin.api.account.signin.phone;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

import cn.jinlin.api.account.signin.MovingTime;
import cn.jinlin.api.account.signin.SignInLimitsOfTests;
import cn.jinlin.api.account.signin.SignInSettings;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.sms.SmsFailedException;
import cn.jinlin.api.sms.SmsSender;
import cn.jinlin.api.support.ApiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class CodeSenderTest {

    private static final SignInSettings SETTINGS = new SignInSettings(Duration.ofMinutes(5), Duration.ofSeconds(60), 5,
            10, 1000, 1_000_000, 20, 300, 1_000_000);

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PersonalCipher cipher;

    private final MovingTime time = new MovingTime();
    private final Provider provider = new Provider();
    private PhoneCodes codes;
    private CodeMessages messages;
    private CodeSender sender;

    @BeforeEach
    void nothingIsOnItsWay() {
        jdbc.sql("delete from phone_code_message").update();
        jdbc.sql("truncate sign_in_count").update();
        codes = new PhoneCodes(jdbc, cipher, SignInLimitsOfTests.make(jdbc, cipher, SETTINGS, time), SETTINGS, time);
        messages = new CodeMessages(jdbc, cipher, time);
        sender = new CodeSender(messages, provider, SETTINGS);
    }

    @Test
    void aMessageLeavesTheRecordOnceItWasAccepted() {
        PhoneNumber phone = ask();
        sender.drain();
        sender.drain();

        assertThat(provider.sent).containsExactly(phone);
        assertThat(waiting()).isZero();
    }

    @Test
    void manyMessagesLeaveAtOnceAndEachOnce() {
        for (int i = 0; i < 120; i++) {
            ask();
        }
        sender.drain();
        assertThat(provider.sent).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void whatWasRefusedForNowIsTriedAgainALittleLaterUntilTheCodeIsOfNoUse(CapturedOutput output) {
        PhoneNumber phone = ask();
        provider.failure = new SmsFailedException("isv.BUSINESS_LIMIT_CONTROL", false);
        sender.drain();
        sender.drain();
        assertThat(provider.asked).as("not at once").isEqualTo(1);
        time.pass(Duration.ofSeconds(2));
        sender.drain();
        assertThat(provider.asked).isEqualTo(2);
        provider.failure = null;
        time.pass(Duration.ofSeconds(4));
        sender.drain();
        assertThat(provider.sent).containsExactly(phone);

        ask();
        time.pass(Duration.ofMinutes(5));
        sender.drain();
        assertThat(provider.sent).as("a code that has expired").hasSize(1);
        assertThat(output).contains("isv.BUSINESS_LIMIT_CONTROL").doesNotContain(phone.digits());
    }

    @Test
    void whatWasRefusedForGoodIsNotTriedAgain() {
        ask();
        provider.failure = new SmsFailedException("isv.MOBILE_NUMBER_ILLEGAL", true);
        sender.drain();
        assertThat(waiting()).isZero();
    }

    @Test
    void aMessageOfANodeThatDiedIsSentByAnotherAfterHalfAMinute() {
        PhoneNumber phone = ask();
        assertThat(messages.take(10)).hasSize(1);
        sender.drain();
        assertThat(provider.sent).isEmpty();
        time.pass(Duration.ofSeconds(30));
        sender.drain();
        assertThat(provider.sent).containsExactly(phone);
    }

    private PhoneNumber ask() {
        PhoneNumber phone = PhoneNumber.parse("196%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)))
                .orElseThrow();
        assertThat(codes.request(Purpose.SIGN_IN, phone, PhoneCodes.NOBODY, "192.0.2.9", Locale.SIMPLIFIED_CHINESE)
                .refusal()).isNull();
        return phone;
    }

    private int waiting() {
        return jdbc.sql("select count(*) from phone_code_message").query(Integer.class).single();
    }

    /// A provider that accepts, or fails as it is told to.
    private static final class Provider implements SmsSender {

        private final List<PhoneNumber> sent = new CopyOnWriteArrayList<>();
        private volatile @Nullable SmsFailedException failure;
        private volatile int asked;

        @Override
        public synchronized String send(PhoneNumber to, String template, String language,
                java.util.Map<String, String> values) throws SmsFailedException {
            asked++;
            SmsFailedException told = failure;
            if (told != null) {
                throw told;
            }
            sent.add(to);
            return "1";
        }
    }
}
