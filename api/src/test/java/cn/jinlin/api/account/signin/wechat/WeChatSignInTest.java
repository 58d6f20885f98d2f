package cn.jinlin.api.account.signin.wechat;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.account.signin.MovingTime;
import cn.jinlin.api.account.signin.SignInLimits;
import cn.jinlin.api.account.signin.SignInMeansChanged;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PhoneInbox;
import cn.jinlin.api.support.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class WeChatSignInTest {

    private static final Device DEVICE = new Device("小程序", "192.0.2.7", "zh-CN");

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PersonalCipher cipher;
    @Autowired
    private JsonMapper json;
    @Autowired
    private SignInLimits limits;
    @Autowired
    private Residents residents;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private java.util.List<Grant> grants;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private PhoneInbox inbox;
    @Autowired
    private TestTokens tokens;

    private final MovingTime time = new MovingTime();
    private final String person = "o" + UUID.randomUUID();
    private WeChatStandIn weChat;
    private WeChatCodes codes;
    private WeChatBindings bindings;
    private WeChatTickets tickets;
    private WeChatGrant grant;

    @BeforeEach
    void aWeChatOfOurOwn() throws IOException {
        jdbc.sql("truncate sign_in_count").update();
        weChat = new WeChatStandIn();
        var settings = new WeChatSettings(WeChatStandIn.APP, WeChatStandIn.SECRET, weChat.address(),
                Duration.ofMillis(700), Duration.ofMinutes(10));
        codes = new WeChatCodes(settings, json);
        bindings = new WeChatBindings(jdbc, cipher, event -> assertThat(event).isInstanceOf(SignInMeansChanged.class),
                time);
        tickets = new WeChatTickets(jdbc, cipher, bindings, settings, time);
        grant = new WeChatGrant(codes, bindings, tickets, settings, limits);
    }

    @AfterEach
    void weChatCloses() {
        weChat.close();
    }

    @Test
    void anUnknownIdentityIsAskedForItsPhoneAndThenSignsInByItself() throws SignInRefusedException {
        SignInRefusedException refused = refused(weChat.login(person));
        assertThat(refused.code()).isEqualTo("phone_required");
        assertThat(refused.details()).containsEntry("expires_in", "600").containsOnlyKeys("ticket", "expires_in");
        UUID resident = someone();

        assertThat(redeem(refused.details().get("ticket"), resident)).isEmpty();

        assertThat(signIn(weChat.login(person))).isEqualTo(new Subject(Subject.Kind.RESIDENT, resident));
        assertThat(bindings.findOpenId(resident, WeChatStandIn.APP)).contains(person);
    }

    @Test
    void aTicketServesOnceAndForTenMinutes() {
        String ticket = ticket(person);
        assertThat(redeem(ticket, someone())).isEmpty();
        assertThat(redeem(ticket, someone())).contains("ticket_invalid");
        assertThat(redeem("made up", someone())).contains("ticket_invalid");
        String late = ticket("o" + UUID.randomUUID());
        time.pass(Duration.ofMinutes(10));
        assertThat(redeem(late, someone())).contains("ticket_invalid");
    }

    @Test
    void aTicketAndAPhonesCodeTogetherBindAndSignIn() throws SignInRefusedException {
        String ticket = ticket(person);
        String phone = anyPhone();
        graphQl.ask("mutation($phone: String!) { requestSignInCode(input: {phone: $phone}) { expiresAt } }",
                Map.of("phone", phone));
        String code = inbox.awaitCode(phone, "sign_in_code", 1);
        Grant byPhone = grants.stream()
                .filter(one -> one.type().equals("urn:jinlin:grant:phone-code"))
                .findFirst()
                .orElseThrow();

        Subject signedIn = byPhone.prove(Map.of("phone", phone, "code", code, "ticket", ticket), DEVICE);

        assertThat(signIn(weChat.login(person))).isEqualTo(signedIn);
    }

    @Test
    void aWrongTicketLeavesThePhonesCodeUnused() throws SignInRefusedException {
        String phone = anyPhone();
        graphQl.ask("mutation($phone: String!) { requestSignInCode(input: {phone: $phone}) { expiresAt } }",
                Map.of("phone", phone));
        String code = inbox.awaitCode(phone, "sign_in_code", 1);
        Grant byPhone = grants.stream()
                .filter(one -> one.type().equals("urn:jinlin:grant:phone-code"))
                .findFirst()
                .orElseThrow();

        assertThat(catchThrowableOfType(SignInRefusedException.class,
                () -> byPhone.prove(Map.of("phone", phone, "code", code, "ticket", "made up"), DEVICE)).code())
                .isEqualTo("ticket_invalid");
        assertThat(residents.findByPhone(PhoneNumber.parse(phone).orElseThrow())).isEmpty();
        assertThat(byPhone.prove(Map.of("phone", phone, "code", code), DEVICE).kind())
                .isEqualTo(Subject.Kind.RESIDENT);
    }

    @Test
    void anIdentityOfOneAccountCannotBecomeAnothers() {
        UUID owner = someone();
        assertThat(redeem(ticket(person), owner)).isEmpty();
        assertThat(bindings.bind(owner, new WeChatIdentity(WeChatStandIn.APP, person, null))).isEmpty();
        assertThat(bindings.bind(someone(), new WeChatIdentity(WeChatStandIn.APP, person, null)))
                .contains("WECHAT_BOUND_ELSEWHERE");
        assertThat(bindings.bind(owner, new WeChatIdentity(WeChatStandIn.APP, "o" + UUID.randomUUID(), null)))
                .contains("OTHER_WECHAT_BOUND");
    }

    @Test
    void anUnboundIdentityIsAskedForItsPhoneAgain() {
        UUID owner = someone();
        redeem(ticket(person), owner);
        UUID binding = bindings.list(owner).getFirst().id();

        assertThat(bindings.unbind(someone(), binding)).as("by somebody else").isFalse();
        assertThat(bindings.unbind(owner, binding)).isTrue();

        assertThat(refused(weChat.login(person)).code()).isEqualTo("phone_required");
    }

    @Test
    void aCodeServesOnceAndForFiveMinutes() {
        String code = weChat.login(person);
        assertThat(refused(code).code()).isEqualTo("phone_required");
        assertThat(refused(code).code()).isEqualTo("wechat_code_invalid");
        String late = weChat.login(person);
        weChat.expireCodes();
        assertThat(refused(late).code()).isEqualTo("wechat_code_invalid");
    }

    @ParameterizedTest
    @CsvSource({"40029, wechat_code_invalid, none", "40226, wechat_blocked, none", "45011, wechat_too_often, 60",
        "40125, wechat_unavailable, 5"})
    void eachErrorOfWeChatHasItsRefusal(int error, String refusal, String retryAfter) {
        weChat.next("{\"errcode\":" + error + ",\"errmsg\":\"x\"}");
        SignInRefusedException refused = refused(weChat.login(person));
        assertThat(refused.code()).isEqualTo(refusal);
        assertThat(refused.details().getOrDefault("retry_after", "none")).isEqualTo(retryAfter);
        assertThat(weChat.asked()).isEqualTo(1);
    }

    @Test
    void aBusyWeChatIsAskedOnceMore() {
        weChat.next("{\"errcode\":-1,\"errmsg\":\"system error\"}");
        assertThat(refused(weChat.login(person)).code()).isEqualTo("phone_required");
        weChat.next("{\"errcode\":-1}", "{\"errcode\":-1}", "{\"errcode\":-1}");
        assertThat(refused(weChat.login(person)).code()).isEqualTo("wechat_busy");
        assertThat(weChat.asked()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "null", "[]", "{}", "{\"openid\":\"\"}", "{\"openid\":{}}",
        "{\"openid\":17,"})
    void anAnswerThatMakesNoSenseSignsNobodyIn(String body) {
        weChat.next(body);
        assertThat(refused(weChat.login(person)).code()).isEqualTo("wechat_unavailable");
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() {
        weChat.next("{\"openid\":\"" + "x".repeat(100_000) + "\"}");
        assertThat(refused(weChat.login(person)).code()).isEqualTo("wechat_unavailable");
    }

    @Test
    void aWeChatThatFallsSilentIsGivenUp() {
        weChat.fallSilent();
        assertThat(refused(weChat.login(person)).code()).isEqualTo("wechat_unavailable");
    }

    @Test
    void aWeChatThatIsAwayIsGivenUpAndACodeOfNoShapeNeverAsked() {
        assertThat(refused("a&appid=other").code()).isEqualTo("wechat_code_invalid");
        assertThat(weChat.asked()).isZero();
        weChat.close();
        assertThat(refused("abc").code()).isEqualTo("wechat_unavailable");
    }

    @Test
    void neitherTheSessionKeyNorTheIdentityNorTheSecretIsKeptReadableOrLogged(CapturedOutput output) {
        redeem(ticket(person), someone());
        ticket("o" + UUID.randomUUID());
        weChat.next("<html>");
        refused(weChat.login(person));

        assertThat(output).doesNotContain(person)
                .doesNotContain(WeChatStandIn.SECRET)
                .doesNotContain(WeChatStandIn.SESSION_KEY);
        assertThat(jdbc.sql("""
                select string_agg(t::text, ' ') from (
                    select row_to_json(i)::text t from wechat_identity i
                    union all select row_to_json(k)::text from wechat_ticket k) rows""").query(String.class).single())
                .doesNotContain(person)
                .doesNotContain(WeChatStandIn.SESSION_KEY);
    }

    @Test
    void bindingWhileNoMiniProgramIsConfiguredIsRefusedInWords() {
        UUID resident = someone();
        GraphQl.Answer refused = graphQl.send(
                "mutation { bindWeChat(input: {code: \"abc\"}) { binding { id } userErrors { code message } } }",
                Map.of(),
                "en", tokens.resident(resident));
        assertThat(refused.data("bindWeChat/userErrors/0/code").asString()).isEqualTo("WECHAT_UNAVAILABLE");
    }

    @Test
    void aResidentSeesAndUndoesTheirOwnBindingAlone() {
        UUID owner = someone();
        redeem(ticket(person), owner);
        String list = "{ myWeChatBindings { id boundAt } }";
        String id = graphQl.send(list, Map.of(), "en", tokens.resident(owner))
                .data("myWeChatBindings/0/id")
                .asString();
        String undo = "mutation($id: ID!) { unbindWeChat(input: {id: $id}) { unboundId userErrors { code } } }";

        assertThat(graphQl.send(undo, Map.of("id", id), "en", tokens.resident(someone()))
                .data("unbindWeChat/userErrors/0/code")
                .asString()).isEqualTo("UNKNOWN_WECHAT_BINDING");
        assertThat(graphQl.send(undo, Map.of("id", id), "en", tokens.resident(owner))
                .data("unbindWeChat/unboundId")
                .asString()).isEqualTo(id);
        assertThat(graphQl.ask(list, Map.of()).error().at("/extensions/code").asString()).isEqualTo("UNAUTHORIZED");
    }

    private Subject signIn(String code) throws SignInRefusedException {
        return grant.prove(Map.of("code", code), DEVICE);
    }

    private SignInRefusedException refused(String code) {
        return catchThrowableOfType(SignInRefusedException.class, () -> signIn(code));
    }

    private String ticket(String openId) {
        return String.valueOf(refused(weChat.login(openId)).details().get("ticket"));
    }

    private Optional<String> redeem(@org.jspecify.annotations.Nullable String ticket, UUID resident) {
        return transaction.execute(_ -> tickets.bind(String.valueOf(ticket), resident));
    }

    private UUID someone() {
        return residents.withPhone(PhoneNumber.parse(anyPhone()).orElseThrow()).id();
    }

    private static String anyPhone() {
        return String.format(Locale.ROOT, "197%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
