package cn.jinlin.api.account.signin.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.CountedStatements;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PhoneInbox;
import cn.jinlin.api.support.TestTokens;
import cn.jinlin.engines.TestEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class PhoneSignInTest {

    /// As many as a request may surely have.
    private static final int ALIASES = 5;
    private static final String REQUEST = """
            mutation($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) {
              maskedPhone resendAfterSeconds expiresAt userErrors { code message field } } }""";
    private static final String REQUEST_CHANGE = """
            mutation($input: RequestPhoneChangeInput!) { requestPhoneChange(input: $input) {
              maskedPhone maskedCurrentPhone userErrors { code } } }""";
    private static final String CHANGE = """
            mutation($input: ChangePhoneInput!) { changePhone(input: $input) { maskedPhone userErrors { code field } } }""";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private PhoneInbox inbox;
    @Autowired
    private PhoneCodeGrant grant;
    @Autowired
    private Residents residents;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private CountedStatements statements;
    @Autowired
    private JdbcClient jdbc;

    private final String phone = anyPhone();

    @BeforeEach
    void nobodyHasAskedYet() {
        jdbc.sql("truncate sign_in_count").update();
    }

    @Test
    void aNewNumberBecomesAResidentAndStaysTheSameOne() throws SignInRefusedException {
        JsonNode asked = ask(" +86 " + phone).data("requestSignInCode");
        assertThat(asked.at("/maskedPhone").asString()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(asked.at("/resendAfterSeconds").asInt()).isEqualTo(60);
        assertThat(asked.at("/expiresAt").asString()).isEqualTo("2026-09-29T10:05:00+08:00");

        Subject first = signIn(phone, inbox.awaitCode(phone, "sign_in_code", 1));

        assertThat(first.kind()).isEqualTo(Subject.Kind.RESIDENT);
        assertThat(residents.get(first.id()).phone()).hasToString(phone.substring(0, 3) + "****" + phone.substring(7));
        forgetPause();
        ask(phone);
        assertThat(signIn(phone, inbox.awaitCode(phone, "sign_in_code", 2))).isEqualTo(first);
    }

    @Test
    void aWrongCodeASpentOneAndOneNeverSentAreRefusedAlike() throws SignInRefusedException {
        ask(phone);
        String code = inbox.awaitCode(phone, "sign_in_code", 1);
        assertThat(refusal(phone, "x" + code)).isEqualTo("wrong_code");
        signIn(phone, code);
        assertThat(refusal(phone, code)).isEqualTo("wrong_code");
        assertThat(refusal(anyPhone(), code)).isEqualTo("wrong_code");
        assertThat(refusal("12345", code)).isEqualTo("not_a_mobile_number");
    }

    @Test
    void knownAndUnknownNumbersGetTheSameAnswerByTheSameStatements() {
        String known = anyPhone();
        residents.withPhone(PhoneNumber.parse(known).orElseThrow());
        String unknown = anyPhone();
        ask(anyPhone());

        Asked ofKnown = counted(known);
        Asked ofUnknown = counted(unknown);

        assertThat(ofKnown).isEqualTo(ofUnknown);
        assertThat(ofKnown.statements).isEqualTo(3);
        assertThat(residents.findByPhone(PhoneNumber.parse(unknown).orElseThrow())).as("until it signs in").isEmpty();
    }

    @Test
    void wrongCodesOfKnownAndUnknownNumbersCostTheSameStatements() {
        String known = anyPhone();
        residents.withPhone(PhoneNumber.parse(known).orElseThrow());
        ask(known);
        String code = inbox.awaitCode(known, "sign_in_code", 1);

        statements.reset();
        refusal(known, wrong(code));
        int ofKnown = statements.count();
        statements.reset();
        refusal(anyPhone(), wrong(code));

        assertThat(statements.count()).isEqualTo(ofKnown);
    }

    @Test
    void aliasesInOneRequestGainNothing() {
        String aliased = IntStream.range(0, ALIASES)
                .mapToObj(i -> "a" + i + ": requestSignInCode(input: {phone: \"" + phone
                        + "\"}) { expiresAt userErrors { code } }")
                .collect(Collectors.joining(" ", "mutation { ", " }"));

        GraphQl.Answer answer = graphQl.ask(aliased, Map.of());

        JsonNode data = answer.json().get("data");
        assertThat(data).as(answer.body()).hasSize(ALIASES);
        assertThat(data.valueStream().filter(one -> !one.get("expiresAt").isNull())).hasSize(1);
        inbox.awaitCode(phone, "sign_in_code", 1);
        assertThat(inbox.list(phone)).hasSize(1);
    }

    @Test
    void aliasesCannotAskForMoreNumbersThanAnAddressMay() {
        int sent = 0;
        for (int round = 0; round < 15; round++) {
            String aliased = IntStream.range(0, ALIASES)
                    .mapToObj(
                            i -> "a" + i + ": requestSignInCode(input: {phone: \"" + anyPhone() + "\"}) { expiresAt }")
                    .collect(Collectors.joining(" ", "mutation { ", " }"));
            sent += (int) graphQl.ask(aliased, Map.of())
                    .json()
                    .get("data")
                    .valueStream()
                    .filter(one -> !one.get("expiresAt").isNull())
                    .count();
        }
        assertThat(sent).isEqualTo(60);
    }

    @Test
    void peopleSignInWhileRedisIsAwayAndTheLimitsHold() throws SignInRefusedException {
        TestEngines.redis().power().kill();
        try {
            ask(phone);
            assertThat(ask(phone).data("requestSignInCode/userErrors/0/code").asString()).isEqualTo("RESEND_TOO_SOON");
            assertThat(signIn(phone, inbox.awaitCode(phone, "sign_in_code", 1)).kind())
                    .isEqualTo(Subject.Kind.RESIDENT);
        } finally {
            TestEngines.redis().power().start();
        }
    }

    @Test
    void aPhoneIsTriedTwentyTimesADayWhateverTheAddress() {
        for (int i = 0; i < 20; i++) {
            assertThat(refusal(phone, "000000", "192.0.2." + i)).isEqualTo("wrong_code");
        }
        assertThat(refusal(phone, "000000", "192.0.2.99")).isEqualTo("too_many_tries");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 11 位手机号码", "en, 11-digit mobile number"})
    void whatIsNoNumberIsRefusedInTheCallersLanguageWithoutRepeatingIt(String language, String words) {
        GraphQl.Answer refused = graphQl.ask(REQUEST, Map.of("input", Map.of("phone", "12345\r\nlevel=ERROR forged")),
                language);
        assertThat(refused.data("requestSignInCode/userErrors/0/code").asString()).isEqualTo("NOT_A_MOBILE_NUMBER");
        assertThat(refused.data("requestSignInCode/userErrors/0/message").asString()).contains(words);
        assertThat(refused.body()).doesNotContain("forged");
    }

    @Test
    void nothingThatWasTypedNorAnyNumberReachesTheLog(CapturedOutput output) {
        ask(phone + "\n2026-01-01 ERROR forged");
        ask(phone);
        inbox.awaitCode(phone, "sign_in_code", 1);
        refusal(phone, "000000\nforged");
        refusal(phone + "\u2028forged", "000000");

        assertThat(output).doesNotContain("forged").doesNotContain(phone);
    }

    @Test
    void anAccountMovesToANewNumberByBothCodes() throws SignInRefusedException {
        Subject resident = signedUp();
        String fresh = anyPhone();
        JsonNode asked = asResident(resident, REQUEST_CHANGE, Map.of("phone", fresh)).data("requestPhoneChange");
        assertThat(asked.at("/maskedCurrentPhone").asString()).startsWith(phone.substring(0, 3));
        String ofNew = inbox.awaitCode(fresh, "new_phone_code", 1);
        String ofCurrent = inbox.awaitCode(phone, "current_phone_code", 1);

        assertThat(change(resident, fresh, ofNew, null)).isEqualTo("SECOND_PROOF_NEEDED");
        assertThat(change(resident, fresh, ofNew, wrong(ofCurrent))).isEqualTo("WRONG_CURRENT_CODE");
        assertThat(change(resident, fresh, wrong(ofNew), ofCurrent)).isEqualTo("WRONG_CODE");
        assertThat(change(resident, fresh, ofNew, ofCurrent)).isEqualTo("none");

        assertThat(residents.get(resident.id()).phone()).isEqualTo(PhoneNumber.parse(fresh).orElseThrow());
    }

    @Test
    void aNumberOfAnotherAccountIsNotTakenAway() throws SignInRefusedException {
        Subject resident = signedUp();
        String taken = anyPhone();
        UUID other = residents.withPhone(PhoneNumber.parse(taken).orElseThrow()).id();
        asResident(resident, REQUEST_CHANGE, Map.of("phone", taken));
        String ofNew = inbox.awaitCode(taken, "new_phone_code", 1);
        String ofCurrent = inbox.awaitCode(phone, "current_phone_code", 1);

        assertThat(change(resident, taken, ofNew, ofCurrent)).isEqualTo("PHONE_TAKEN");
        assertThat(residents.get(other).phone()).isEqualTo(PhoneNumber.parse(taken).orElseThrow());
    }

    @Test
    void changingANumberNeedsAResident() {
        assertThat(graphQl.ask(REQUEST_CHANGE, Map.of("input", Map.of("phone", phone)))
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("UNAUTHORIZED");
        assertThat(graphQl
                .send(REQUEST_CHANGE, Map.of("input", Map.of("phone", phone)), "en", tokens.staff(UUID.randomUUID()))
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
    }

    private record Asked(int statements, String answer) {}

    private Asked counted(String number) {
        statements.reset();
        String answer = ask(number).body().replace(number.substring(0, 3), "").replace(number.substring(7), "");
        return new Asked(statements.count(), answer);
    }

    private Subject signedUp() throws SignInRefusedException {
        ask(phone);
        return signIn(phone, inbox.awaitCode(phone, "sign_in_code", 1));
    }

    private String change(Subject resident, String fresh, String code,
            @org.jspecify.annotations.Nullable String current) {
        var input = new java.util.HashMap<String, Object>(Map.of("phone", fresh, "code", code));
        if (current != null) {
            input.put("currentPhoneCode", current);
        }
        List<String> codes = new ArrayList<>();
        asResident(resident, CHANGE, input).data("changePhone/userErrors")
                .forEach(error -> codes.add(error.get("code").asString()));
        return codes.isEmpty() ? "none" : codes.getFirst();
    }

    private GraphQl.Answer asResident(Subject resident, String document, Map<String, ?> input) {
        return graphQl.send(document, Map.of("input", input), "en", tokens.resident(resident.id()));
    }

    private GraphQl.Answer ask(String number) {
        return graphQl.ask(REQUEST, Map.of("input", Map.of("phone", number)));
    }

    private Subject signIn(String number, String code) throws SignInRefusedException {
        return grant.prove(Map.of("phone", number, "code", code), new Device("test", "192.0.2.1", "zh-CN"));
    }

    private String refusal(String number, String code) {
        return refusal(number, code, "192.0.2.1");
    }

    private String refusal(String number, String code, String address) {
        var refused = new ArrayList<String>();
        assertThatThrownBy(
                () -> grant.prove(Map.of("phone", number, "code", code), new Device("test", address, "zh-CN")))
                .isInstanceOfSatisfying(SignInRefusedException.class, thrown -> refused.add(thrown.code()));
        return refused.getFirst();
    }

    /// As if a minute had passed; the service's clock stands.
    private void forgetPause() {
        jdbc.sql("update phone_code set created_at = created_at - interval '1 minute'").update();
    }

    private static String wrong(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    private static String anyPhone() {
        return "198%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
