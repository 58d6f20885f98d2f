package cn.jinlin.api.account.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApiTest
class RightsTest {

    private static final String EXPORT = """
            mutation($input: RequestDataExportInput!) { requestDataExport(input: $input) {
              dataExport { id state expiresAt } userErrors { code } } }""";
    private static final String EXPORTS = "{ myDataExports { id state expiresAt } }";
    private static final String TAKE = """
            mutation($input: TakeDataExportInput!) { takeDataExport(input: $input) { copy { json html } userErrors { code } } }""";
    private static final String ERASE = """
            mutation($input: RequestErasureInput!) { requestErasure(input: $input) {
              erasure { id state dueAt } receipt userErrors { code field } } }""";
    private static final String CANCEL = """
            mutation($input: CancelErasureInput!) { cancelErasure(input: $input) { erasure { state } userErrors { code } } }""";
    private static final String REPORT = """
            query($receipt: String!) { erasureReport(receipt: $receipt) {
              state doneAt report { title removed deidentified kept } } }""";
    private static final String WITHDRAW = """
            mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { erasureReceipt userErrors { code } } }""";
    private static final String SAVE_HOME = """
            mutation($input: SaveHomeInput!) { saveHome(input: $input) { userErrors { code } } }""";
    private static final String INVITE = """
            mutation($input: InviteProxyInput!) { inviteProxy(input: $input) { proxy { id } userErrors { code } } }""";
    private static final String ME = "{ me { name } }";
    private static final String ADDRESS = "梅园路88弄<3>号";

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private IssuerSettings issuer;
    @Autowired
    private Residents residents;
    @Autowired
    private RightsRules rules;
    @Autowired
    private List<PersonalDataEraser> domains;
    @Autowired
    private CopiesKept copies;
    @Autowired
    private Retention retention;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private JwtEncoder encoder;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);
    private UUID neighbour = new UUID(0, 0);

    @BeforeEach
    void aMotherOfWhomMuchIsKept() {
        people.clear();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE, Purpose.HOME, Purpose.ACT_FOR_OTHER);
        neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        people.ask(mother, SAVE_HOME, Map.of("address", ADDRESS));
        people.ask(mother, INVITE,
                Map.of("phone", PeopleOfThree.DAUGHTER_PHONE, "relation", "女儿", "scopes", List.of("BOOKING")));
    }

    @Test
    void aCopyHoldsEverythingInBothFormsAndIsTakenOnce() {
        String id = export();

        GraphQl.Answer taken = people.ask(mother, TAKE, Map.of("id", id));

        JsonNode json = JsonMapper.shared().readTree(taken.data("takeDataExport/copy/json").asString());
        assertThat(json.at("/profile/0/name").asString()).isEqualTo("李桂芳");
        assertThat(json.at("/profile/0/phone").asString()).isEqualTo(PeopleOfThree.MOTHER_PHONE);
        assertThat(json.at("/profile/0/address").asString()).isEqualTo(ADDRESS);
        assertThat(json.at("/consents").size()).isEqualTo(3);
        assertThat(json.at("/family/0/relation").asString()).isEqualTo("女儿");
        assertThat(json.at("/access-records").isArray()).isTrue();
        assertThat(taken.data("takeDataExport/copy/html").asString()).contains("<h2>Profile and home</h2>", "李桂芳",
                "梅园路88弄&lt;3&gt;号").doesNotContain("<3>");
        assertThat(people.ask(mother, TAKE, Map.of("id", id)).data("takeDataExport/userErrors/0/code").asString())
                .isEqualTo("EXPORT_NOT_READY");
        assertThat(
                jdbc.sql("select count(*) from data_export where json_cipher is not null").query(Long.class).single())
                .isZero();
    }

    @Test
    void aCopyIsForItsOwnerAlone() {
        String id = export();
        assertThat(people.ask(neighbour, TAKE, Map.of("id", id)).data("takeDataExport/userErrors/0/code").asString())
                .isEqualTo("EXPORT_NOT_READY");
        assertThat(people.query(neighbour, EXPORTS).data("myDataExports").size()).isZero();
        assertThat(people.ask(mother, TAKE, Map.of("id", id)).data("takeDataExport/userErrors").size()).isZero();
    }

    @Test
    void aCopyThatNobodyTakesIsGoneAfterADay() {
        String id = export();
        assertThat(people.query(mother, EXPORTS).data("myDataExports/0/expiresAt").asString())
                .isEqualTo("2026-09-30T10:00:00+08:00");
        jdbc.sql("update data_export set expires_at = timestamp '2026-09-29 02:00' at time zone 'UTC'").update();

        assertThat(people.ask(mother, TAKE, Map.of("id", id)).data("takeDataExport/userErrors/0/code").asString())
                .isEqualTo("EXPORT_NOT_READY");
        assertThat(copies.apply()).isEqualTo(1);
        assertThat(people.query(mother, EXPORTS).data("myDataExports/0/state").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void askingTwiceGivesTheSameCopyAndAskingTooOftenIsRefused() {
        assertThat(export()).isEqualTo(export());
        for (int i = 0; i < 4; i++) {
            people.ask(mother, TAKE, Map.of("id", export()));
        }
        people.ask(mother, TAKE, Map.of("id", export()));
        assertThat(people.ask(mother, EXPORT, Map.of()).data("requestDataExport/userErrors/0/code").asString())
                .isEqualTo("TOO_MANY_EXPORTS");
    }

    @Test
    void anErasureWaitsThreeDaysAndCanBeCalledOffByItsOwnerAlone() {
        GraphQl.Answer requested = people.ask(mother, ERASE, Map.of());
        assertThat(requested.data("requestErasure/erasure/dueAt").asString()).isEqualTo("2026-10-02T10:00:00+08:00");
        String id = requested.data("requestErasure/erasure/id").asString();

        assertThat(people.ask(neighbour, CANCEL, Map.of("id", id)).data("cancelErasure/userErrors/0/code").asString())
                .isEqualTo("NOTHING_TO_CANCEL");
        assertThat(people.ask(mother, CANCEL, Map.of("id", id)).data("cancelErasure/erasure/state").asString())
                .isEqualTo("CANCELLED");
        later(Duration.ofDays(4), domains).doNext();
        assertThat(people.query(mother, ME).data("me/name").asString()).isEqualTo("李桂芳");
    }

    @Test
    void anErasureAtOnceNeedsAFreshSignIn() {
        Map<String, Object> now = Map.of("immediately", true);
        assertThat(people.ask(mother, ERASE, now).data("requestErasure/userErrors/0/code").asString())
                .isEqualTo("FRESH_SIGN_IN_NEEDED");
        assertThat(signedIn(Duration.ofMinutes(11), now).data("requestErasure/userErrors/0/code").asString())
                .isEqualTo("FRESH_SIGN_IN_NEEDED");
        String receipt = signedIn(Duration.ofMinutes(1), now).data("requestErasure/receipt").asString();
        Records.await(() -> report(receipt).data("erasureReport/state").asString().equals("DONE"));
        assertThat(people.query(mother, ME).data("me").isNull()).isTrue();
    }

    @Test
    void afterwardsNothingIsLeftButANamelessIdAndTheReportSaysSo() {
        people.ask(mother, EXPORT, Map.of());
        String receipt = people.ask(mother, ERASE, Map.of()).data("requestErasure/receipt").asString();
        assertThat(report(receipt).data("erasureReport/report").size()).isZero();

        assertThat(later(Duration.ofDays(4), domains).doNext()).isTrue();

        GraphQl.Answer report = report(receipt.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        assertThat(report.data("erasureReport/state").asString()).isEqualTo("DONE");
        Map<String, JsonNode> lines = new java.util.HashMap<>();
        report.data("erasureReport/report")
                .valueStream()
                .forEach(line -> lines.put(line.get("title").asString(), line));
        assertThat(lines.get("Profile and home")).isNotNull();
        assertThat(report.body())
                .contains("\"title\":\"Profile and home\",\"removed\":2,\"deidentified\":0,\"kept\":null",
                        "\"title\":\"Phone number of the account\",\"removed\":1",
                        "\"title\":\"Consents\",\"removed\":0,\"deidentified\":3",
                        "Personal Information Protection Law")
                .doesNotContain("李", PeopleOfThree.MOTHER_PHONE);
        assertThat(jdbc
                .sql("""
                select (select count(*) from person_profile where resident_id = :id) + (select count(*) from person_home where resident_id = :id)
                     + (select count(*) from proxy where person_id = :id) + (select count(*) from data_export where resident_id = :id)""")
                .param("id", mother)
                .query(Long.class)
                .single()).isZero();
        assertThat(residents.get(mother).isErased()).isTrue();
        assertThat(people.query(mother, ME).data("me").isNull()).isTrue();
        assertThat(people.ask(mother, ERASE, Map.of()).error().at("/extensions/code").asString())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void theNumberOfTheErasedBelongsToNobodyAndMaySignUpAnew() {
        people.ask(mother, ERASE, Map.of());
        later(Duration.ofDays(4), domains).doNext();
        assertThat(residents.findByPhone(PhoneNumber.parse(PeopleOfThree.MOTHER_PHONE).orElseThrow())).isEmpty();
        assertThat(people.signUp(PeopleOfThree.MOTHER_PHONE)).isNotEqualTo(mother);
    }

    @Test
    void anErasureThatIsKilledInBetweenIsResumedAndDoesNothingTwice() {
        String receipt = people.ask(mother, ERASE, Map.of()).data("requestErasure/receipt").asString();
        AtomicBoolean killed = new AtomicBoolean();
        PersonalDataEraser dies = new PersonalDataEraser() {
            @Override
            public String name() {
                return "copies";
            }

            @Override
            public Outcome erase(UUID resident) {
                if (killed.compareAndSet(false, true)) {
                    throw new IllegalStateException("killed");
                }
                return copies.erase(resident);
            }
        };
        List<PersonalDataEraser> second = domains.stream()
                .map(domain -> domain.name().equals(dies.name()) ? dies : domain)
                .toList();

        assertThatThrownBy(() -> later(Duration.ofDays(4), second).doNext()).hasMessage("killed");
        assertThat(report(receipt).data("erasureReport/state").asString()).isEqualTo("RUNNING");
        assertThat(later(Duration.ofDays(4), second).doNext()).as("within the lease").isFalse();
        assertThat(later(Duration.ofDays(5), second).doNext()).isTrue();

        assertThat(report(receipt).data("erasureReport/state").asString()).isEqualTo("DONE");
        assertThat(report(receipt).data("erasureReport/report").size()).isEqualTo(domains.size() + 1);
        assertThat(later(Duration.ofDays(6), second).doNext()).isFalse();
    }

    @Test
    void withdrawingWhatTheAccountRestsOnEndsTheAccountAfterTheCoolingOff() {
        String receipt = people.ask(mother, WITHDRAW, Map.of("purpose", "BASIC_SERVICE"))
                .data("withdrawConsent/erasureReceipt")
                .asString();
        assertThat(report(receipt).data("erasureReport/state").asString()).isEqualTo("WAITING");
    }

    @Test
    void aReceiptOfNobodyOpensNothing() {
        assertThat(report("0000-0000-0000-0000-0000").data("erasureReport").isNull()).isTrue();
        assertThat(report("' or 1=1").data("erasureReport").isNull()).isTrue();
    }

    @Test
    void oneNodeAppliesEachRuleOfRetentionInAnHour() {
        Records.await(() -> jdbc.sql("select count(*) from retention_run where last_at is not null")
                .query(Long.class)
                .single() >= 3);
        assertThat(retention.applyNext()).isFalse();
    }

    private String export() {
        String id = people.ask(mother, EXPORT, Map.of("language", "en"))
                .data("requestDataExport/dataExport/id")
                .asString();
        Records.await(() -> people.query(mother, EXPORTS)
                .data("myDataExports")
                .valueStream()
                .anyMatch(copy -> copy.get("state").asString().equals("READY")));
        return id;
    }

    private GraphQl.Answer report(String receipt) {
        return graphQl.ask(REPORT, Map.of("receipt", receipt), "en");
    }

    /// The work as a node does it that much later.
    private ErasureWork later(Duration later, List<PersonalDataEraser> with) {
        Erasures erasures = new Erasures(jdbc, Clock.offset(clock, later));
        return new ErasureWork(erasures, residents, with, rules, transaction, events);
    }

    private GraphQl.Answer signedIn(Duration ago, Map<String, ?> input) {
        Instant now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer.issuer().toString())
                .audience(List.of("jinlin-graphql"))
                .subject("resident:" + mother)
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600))
                .claim("roles", List.of())
                .claim("auth_time", clock.instant().minus(ago).getEpochSecond())
                .build();
        String token = encoder
                .encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
        return graphQl.send(ERASE, Map.of("input", input), "en", token);
    }
}
