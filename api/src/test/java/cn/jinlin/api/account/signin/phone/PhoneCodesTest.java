package cn.jinlin.api.account.signin.phone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

import cn.jinlin.api.account.signin.MovingTime;
import cn.jinlin.api.account.signin.SignInLimits;
import cn.jinlin.api.account.signin.SignInLimitsOfTests;
import cn.jinlin.api.account.signin.SignInSettings;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.support.ApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
class PhoneCodesTest {

    private static final SignInSettings SETTINGS = new SignInSettings(Duration.ofMinutes(5), Duration.ofSeconds(60), 5,
            10, 60, 1_000_000, 20, 300, 1_000_000);

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PersonalCipher cipher;

    private final MovingTime time = new MovingTime();
    private final PhoneNumber phone = anyPhone();
    private final String address = "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(65536)) + ":"
            + Integer.toHexString(ThreadLocalRandom.current().nextInt(65536)) + "::1";
    private PhoneCodes codes;

    @BeforeEach
    void codesOnAClockOfOurOwn() {
        jdbc.sql("delete from phone_code_message").update();
        codes = codes(SETTINGS);
    }

    private PhoneCodes codes(SignInSettings settings) {
        SignInLimits limits = SignInLimitsOfTests.make(jdbc, cipher, settings, time);
        return new PhoneCodes(jdbc, cipher, limits, settings, time);
    }

    @Test
    void aCodeServesOnce() {
        String code = request();

        assertThat(use(code)).isTrue();
        assertThat(use(code)).isFalse();
    }

    @Test
    void ofManyWhoBringTheRightCodeAtOnceOneGetsIn() throws Exception {
        String code = request();

        assertThat(atOnce(20, () -> use(code))).filteredOn(used -> used).hasSize(1);
    }

    @Test
    void twentyWrongTriesAtOnceCountAsFiveAndSpendTheCode() throws Exception {
        String code = request();

        assertThat(atOnce(20, () -> use(wrong(code)))).doesNotContain(true);

        assertThat(jdbc.sql("select tries from phone_code where phone_index = ?")
                .param(cipher.blindIndex("phone_code.phone", phone.digits()))
                .query(Integer.class)
                .single()).isEqualTo(5);
        assertThat(use(code)).as("the right code after five wrong ones").isFalse();
    }

    @Test
    void fourWrongTriesLeaveTheFifthToTheRightCode() {
        String code = request();
        for (int i = 0; i < 4; i++) {
            assertThat(use(wrong(code))).isFalse();
        }
        assertThat(use(code)).isTrue();
    }

    @Test
    void aCodeServesForFiveMinutes() {
        String code = request();
        time.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(use(wrong(code))).isFalse();
        assertThat(use(code)).as("a moment before its end").isTrue();
        time.pass(Duration.ofMillis(1));
        String next = request();
        time.pass(Duration.ofMinutes(5));

        assertThat(use(next)).isFalse();
    }

    @Test
    void aCodeForOnePurposeOrOfOneOwnerIsWorthNothingForAnother() {
        String code = request();

        assertThat(codes.use(Purpose.NEW_PHONE, phone, PhoneCodes.NOBODY, code)).isFalse();
        assertThat(codes.use(Purpose.SIGN_IN, phone, UUID.randomUUID(), code)).isFalse();
        assertThat(codes.use(Purpose.SIGN_IN, anyPhone(), PhoneCodes.NOBODY, code)).isFalse();
        assertThat(use(code)).isTrue();
    }

    @Test
    void anotherCodeIsSentAfterAMinuteAndTakesThePlaceOfTheFirst() {
        String first = request();
        time.pass(Duration.ofSeconds(59));
        CodeRequest tooSoon = ask();
        assertThat(tooSoon.refusal()).isEqualTo("RESEND_TOO_SOON");
        assertThat(tooSoon.resendAfterSeconds()).isEqualTo(1);
        time.pass(Duration.ofSeconds(1));
        String second = request();

        assertThat(first.equals(second) || !use(first)).isTrue();
        assertThat(use(second)).isTrue();
    }

    @Test
    void ofManyRequestsAtOnceOneIsSent() throws Exception {
        List<CodeRequest> requests = atOnce(10, this::ask);

        assertThat(requests).filteredOn(request -> request.refusal() == null).hasSize(1);
        assertThat(jdbc.sql("select phone from phone_code_message")
                .query((row, _) -> cipher.decrypt(CodeMessages.PHONE, row.getBytes("phone")))
                .list()).filteredOn(digits -> digits.equals(phone.digits())).hasSize(1);
    }

    @Test
    void aPhoneGetsTenCodesInADayOfShanghai() {
        for (int i = 0; i < 10; i++) {
            assertThat(ask().refusal()).isNull();
            time.pass(Duration.ofMinutes(1));
        }
        CodeRequest refused = ask();
        assertThat(refused.refusal()).isEqualTo("TOO_MANY_CODES");
        time.pass(Duration.ofSeconds(refused.resendAfterSeconds()));
        assertThat(time.instant().toString()).isEqualTo("2026-09-30T16:00:00Z");
        assertThat(ask().refusal()).isNull();
    }

    @Test
    void anAddressGetsSixtyCodesInAnHourWhateverThePhones() {
        for (int i = 0; i < 60; i++) {
            assertThat(ask(anyPhone(), address).refusal()).isNull();
        }
        assertThat(ask(anyPhone(), address).refusal()).isEqualTo("TOO_MANY_CODES");
        assertThat(ask(anyPhone(), address.replace("::1", "::2")).refusal()).as("the same home's other address")
                .isEqualTo("TOO_MANY_CODES");
        assertThat(ask(anyPhone(), "203.0.113." + ThreadLocalRandom.current().nextInt(256)).refusal()).isNull();
    }

    @Test
    void aFloodFromEverywherePausesTheCodesForTheRestOfTheMinute() {
        time.pass(Duration.ofDays(1 + ThreadLocalRandom.current().nextInt(100_000)));
        codes = codes(new SignInSettings(Duration.ofMinutes(5), Duration.ofSeconds(60), 5, 10, 60, 30, 20, 300, 100));
        for (int i = 0; i < 30; i++) {
            assertThat(ask(anyPhone(), "198.51.100." + i).refusal()).isNull();
        }
        CodeRequest paused = ask(anyPhone(), "198.51.100.99");
        assertThat(paused.refusal()).isEqualTo("CODES_PAUSED");
        time.pass(Duration.ofSeconds(paused.resendAfterSeconds()));
        assertThat(ask(anyPhone(), "198.51.100.99").refusal()).isNull();
    }

    @Test
    void theRecordHoldsNeitherTheCodeNorTheNumber() {
        String code = request();

        assertThat(jdbc.sql("select row_to_json(c)::text from phone_code c where phone_index = ?")
                .param(cipher.blindIndex("phone_code.phone", phone.digits()))
                .query(String.class)
                .single()).doesNotContain(phone.digits()).doesNotContain("\"" + code + "\"");
    }

    private String request() {
        assertThat(ask().refusal()).isNull();
        return code(phone);
    }

    private CodeRequest ask() {
        return ask(phone, address);
    }

    private CodeRequest ask(PhoneNumber to, String from) {
        return codes.request(Purpose.SIGN_IN, to, PhoneCodes.NOBODY, from, Locale.SIMPLIFIED_CHINESE);
    }

    /// The newest code on its way to a phone.
    private String code(PhoneNumber of) {
        return jdbc.sql("select phone, code from phone_code_message order by next_at desc")
                .query((row, _) -> List.of(cipher.decrypt(CodeMessages.PHONE, row.getBytes("phone")),
                        cipher.decrypt(CodeMessages.CODE, row.getBytes("code"))))
                .stream()
                .filter(message -> message.getFirst().equals(of.digits()))
                .map(List::getLast)
                .findFirst()
                .orElseThrow();
    }

    private boolean use(String code) {
        return codes.use(Purpose.SIGN_IN, phone, PhoneCodes.NOBODY, code);
    }

    private static String wrong(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    private static PhoneNumber anyPhone() {
        return PhoneNumber.parse("199%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000))).orElseThrow();
    }

    private static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
        var start = new CyclicBarrier(many);
        var outcomes = new ArrayList<Future<T>>();
        try (var threads = Executors.newFixedThreadPool(many)) {
            for (int i = 0; i < many; i++) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
        }
        var found = new ArrayList<T>();
        for (Future<T> outcome : outcomes) {
            found.add(outcome.get());
        }
        return found;
    }
}
