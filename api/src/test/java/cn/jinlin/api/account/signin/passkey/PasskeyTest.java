package cn.jinlin.api.account.signin.passkey;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.TestTokens;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ApiTest
class PasskeyTest {

    private static final String BEGIN = """
            mutation($input: BeginPasskeyRegistrationInput!) { beginPasskeyRegistration(input: $input) {
              challenge { id options } userErrors { code } } }""";
    private static final String FINISH = """
            mutation($input: FinishPasskeyRegistrationInput!) { finishPasskeyRegistration(input: $input) {
              passkey { id name createdAt lastUsedAt } userErrors { code } } }""";
    private static final String REMOVE = """
            mutation($input: RemovePasskeyInput!) { removePasskey(input: $input) { removedId userErrors { code } } }""";
    private static final String MINE = "{ myPasskeys { id name lastUsedAt } }";

    @Autowired
    private Passkeys passkeys;
    @Autowired
    private PasskeyGrant grant;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private Residents residents;
    @Autowired
    private JdbcClient jdbc;

    private Subject owner;
    private SoftDevice device;

    @BeforeEach
    void aResidentWithADevice() throws GeneralSecurityException {
        jdbc.sql("truncate sign_in_count").update();
        owner = new Subject(Subject.Kind.RESIDENT, residents.withoutPhone().id());
        device = new SoftDevice();
    }

    @Test
    void aPasskeyIsMadeAndSignsItsOwnerInWithoutANumber() throws Exception {
        String token = tokens.resident(owner.id());
        GraphQl.Answer begun = graphQl.send(BEGIN, Map.of("input", Map.of("name", "我的手机")), "zh-CN", token);
        String options = begun.data("beginPasskeyRegistration/challenge/options").asString();
        GraphQl.Answer made = graphQl.send(FINISH, Map.of("input", Map.of("challenge",
                begun.data("beginPasskeyRegistration/challenge/id").asString(), "credential", device.create(options))),
                "zh-CN", token);
        assertThat(made.data("finishPasskeyRegistration/passkey/name").asString()).isEqualTo("我的手机");

        var asked = graphQl.ask("mutation { beginPasskeySignIn { challenge { id options } } }", Map.of())
                .data("beginPasskeySignIn/challenge");

        assertThat(grant.prove(Map.of("challenge", asked.get("id").asString(), "credential",
                device.get(asked.get("options").asString())), new Device("test", "192.0.2.3", "zh"))).isEqualTo(owner);
        assertThat(graphQl.send(MINE, Map.of(), "en", token).data("myPasskeys/0/lastUsedAt").asString())
                .isEqualTo("2026-09-29T10:00:00+08:00");
        assertThat(options).doesNotContain(owner.id().toString());
    }

    @Test
    void anAnswerServesOnce() throws Exception {
        register();
        PasskeyChallenge asked = passkeys.beginSignIn();
        var answer = new PasskeyAnswer(asked.id(), device.get(asked.options()));

        assertThat(passkeys.identify(answer)).isEqualTo(owner);
        assertRefused(() -> passkeys.identify(answer));
    }

    @Test
    void anAnswerForAnotherSiteOrQuestionOrWithoutTheUserIsRefused() throws Exception {
        register();
        device.origin = "https://evil.example.com";
        assertRefused(this::signIn);
        device.origin = "http://localhost:8080";
        device.relyingParty = "evil.example.com";
        assertRefused(this::signIn);
        device.relyingParty = "localhost";
        device.flags = SoftDevice.USER_PRESENT;
        assertRefused(this::signIn);
        device.flags = SoftDevice.USER_PRESENT | SoftDevice.USER_VERIFIED;
        String other = device.get(passkeys.beginSignIn().options());
        assertRefused(() -> passkeys.identify(new PasskeyAnswer(passkeys.beginSignIn().id(), other)));
        assertThat(signIn()).isEqualTo(owner);
    }

    @Test
    void aDeviceThatCountsMustNotCountBackwards() throws Exception {
        register();
        device.count = 7;
        assertThat(signIn()).isEqualTo(owner);
        assertRefused(this::signIn);
        device.count = 6;
        assertRefused(this::signIn);
        device.count = 8;
        assertThat(signIn()).isEqualTo(owner);
    }

    @Test
    void aQuestionIsAnsweredWithinFiveMinutes() throws Exception {
        register();
        PasskeyChallenge asked = passkeys.beginSignIn();
        jdbc.sql("update passkey_challenge set expires_at = expires_at - interval '5 minutes'").update();
        assertRefused(() -> passkeys.identify(new PasskeyAnswer(asked.id(), device.get(asked.options()))));
    }

    @Test
    void aSecondFactorIsTheSubjectsOwnAndForItsPurposeAlone() throws Exception {
        register();
        var staff = new Subject(Subject.Kind.STAFF, UUID.randomUUID());
        assertThatThrownBy(() -> passkeys.beginVerification(staff)).isInstanceOf(BadInput.class);

        PasskeyChallenge mine = passkeys.beginVerification(owner);
        String answer = device.get(mine.options());
        assertRefused(() -> passkeys.verify(staff, new PasskeyAnswer(mine.id(), answer)));
        passkeys.verify(owner, new PasskeyAnswer(mine.id(), answer));

        PasskeyChallenge signIn = passkeys.beginSignIn();
        String signInAnswer = device.get(signIn.options());
        assertRefused(() -> passkeys.verify(owner, new PasskeyAnswer(signIn.id(), signInAnswer)));
    }

    @Test
    void staffDoNotSignInByPasskeyAlone() throws Exception {
        owner = new Subject(Subject.Kind.STAFF, UUID.randomUUID());
        register();
        PasskeyChallenge asked = passkeys.beginSignIn();
        String answer = device.get(asked.options());
        assertThat(catchThrowableOfType(SignInRefusedException.class,
                () -> grant.prove(Map.of("challenge", asked.id(), "credential", answer),
                        new Device("test", "192.0.2.3", "zh")))
                .code()).isEqualTo("wrong_passkey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[1]", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\"}"})
    void whatIsNoAnswerIsRefusedLikeAWrongOne(String credential) {
        String challenge = passkeys.beginSignIn().id();
        assertThat(catchThrowableOfType(SignInRefusedException.class,
                () -> grant.prove(Map.of("challenge", challenge, "credential", credential),
                        new Device("test", "192.0.2.3", "zh")))
                .code()).isEqualTo("wrong_passkey");
    }

    @Test
    void aRemovedPasskeySignsNobodyInAndOnlyItsOwnerRemovesIt() throws Exception {
        register();
        String id = graphQl.send(MINE, Map.of(), "en", tokens.resident(owner.id())).data("myPasskeys/0/id").asString();
        var input = Map.of("input", Map.of("id", id));

        assertThat(graphQl.send(REMOVE, input, "en", tokens.resident(UUID.randomUUID()))
                .data("removePasskey/userErrors/0/code")
                .asString()).isEqualTo("UNKNOWN_PASSKEY");
        assertThat(signIn()).isEqualTo(owner);
        assertThat(graphQl.send(REMOVE, input, "en", tokens.resident(owner.id()))
                .data("removePasskey/removedId")
                .asString()).isEqualTo(id);
        assertRefused(this::signIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nb", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"})
    void aNameThatDoesNotFitIsRefused(String name) {
        assertThat(graphQl.send(BEGIN, Map.of("input", Map.of("name", name)), "en", tokens.resident(owner.id()))
                .data("beginPasskeyRegistration/userErrors/0/code")
                .asString()).isEqualTo("PASSKEY_NAME_UNFIT");
    }

    @Test
    void passkeysNeedASignIn() {
        assertThat(graphQl.ask(MINE, Map.of()).error().at("/extensions/code").asString()).isEqualTo("UNAUTHORIZED");
        assertThat(graphQl.ask(BEGIN, Map.of("input", Map.of("name", "x"))).error().at("/extensions/code").asString())
                .isEqualTo("UNAUTHORIZED");
    }

    private void register() {
        PasskeyChallenge asked = passkeys.beginRegistration(owner, "test");
        passkeys.finishRegistration(owner, new PasskeyAnswer(asked.id(), device.create(asked.options())));
    }

    private Subject signIn() throws Exception {
        PasskeyChallenge asked = passkeys.beginSignIn();
        return passkeys.identify(new PasskeyAnswer(asked.id(), device.get(asked.options())));
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(PasskeyRefusedException.class);
    }
}
