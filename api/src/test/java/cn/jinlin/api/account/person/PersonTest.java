package cn.jinlin.api.account.person;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApiTest
class PersonTest {

    private static final String ME = """
            { me { id name phone birthDate language careMode accessibilityNeeds home { address location { lat lon }
              neighbourhood { code } } consents { purpose { purpose title version } isGiven isOutdated } } }""";
    private static final String UPDATE = """
            mutation($input: UpdateProfileInput!) { updateProfile(input: $input) {
              me { name birthDate language careMode accessibilityNeeds } userErrors { code message field } } }""";
    private static final String SAVE_HOME = """
            mutation($input: SaveHomeInput!) { saveHome(input: $input) {
              me { home { address location { lat lon } neighbourhood { name } } } userErrors { code message field } } }""";
    private static final String REMOVE_HOME = """
            mutation($input: RemoveHomeInput!) { removeHome(input: $input) { me { home { address } } userErrors { code } } }""";
    private static final String GIVE = """
            mutation($input: GiveConsentInput!) { giveConsent(input: $input) {
              consent { isGiven isOutdated } userErrors { code } } }""";
    private static final String WITHDRAW = """
            mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
              consent { isGiven } erasureReceipt userErrors { code } } }""";
    private static final String PUBLISH = """
            mutation($input: PublishConsentTextInput!) { publishConsentText(input: $input) {
              consentPurpose { version title } userErrors { code field } } }""";
    private static final Map<String, Object> HOME = Map.of("address", "梅园路88弄3号", "location",
            Map.of("lat", 31.1, "lon", 121.4), "neighbourhood", "JL01001");

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private Records records;
    @Autowired
    private Residents residents;
    @Autowired
    private People profiles;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);

    @BeforeEach
    void aMother() {
        records.clear();
        records.insertRegions();
        people.clear();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
    }

    @Test
    void aResidentSeesHerselfInFullAndVisitorsAndStaffSeeNobody() {
        people.ask(mother, UPDATE, Map.of("name", " 李 桂芳 ", "birthDate", "1950-03-01", "careMode", true));

        GraphQl.Answer me = people.query(mother, ME);

        assertThat(me.data("me/name").asString()).isEqualTo("李 桂芳");
        assertThat(me.data("me/phone").asString()).isEqualTo(PeopleOfThree.MOTHER_PHONE);
        assertThat(me.data("me/birthDate").asString()).isEqualTo("1950-03-01");
        assertThat(me.data("me/language").asString()).isEqualTo("zh-CN");
        assertThat(me.data("me/careMode").asBoolean()).isTrue();
        assertThat(me.data("me/consents").size()).isEqualTo(Purpose.values().length);
        assertThat(me.data("me/consents/0/isGiven").asBoolean()).isTrue();
        assertThat(graphQl.ask(ME, Map.of()).data("me").isNull()).isTrue();
        assertThat(graphQl.send(ME, Map.of(), "en",
                tokens.staff(PeopleOfThree.CLERK, new Duty(Role.FACILITY_DESK, PeopleOfThree.DESK)))
                .data("me")
                .isNull()).isTrue();
    }

    @Test
    void aChangeKeepsWhatItDoesNotNameAndClearsWhatIsNull() {
        people.name(mother, "李桂芳", "1950-03-01");
        var input = new HashMap<String, Object>(Map.of("language", "en"));
        input.put("birthDate", null);

        GraphQl.Answer updated = people.ask(mother, UPDATE, input);

        assertThat(updated.data("updateProfile/me/name").asString()).isEqualTo("李桂芳");
        assertThat(updated.data("updateProfile/me/birthDate").isNull()).isTrue();
        assertThat(updated.data("updateProfile/me/language").asString()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"name, '', NAME_LENGTH_OUT_OF_RANGE", "name, <script>, NOT_A_NAME",
        "birthDate, 2027-01-01, BIRTH_DATE_OUT_OF_RANGE",
        "birthDate, 2012-09-30, GUARDIAN_REGISTERS_CHILD", "language, fr, UNKNOWN_LANGUAGE"})
    void aWrongFieldIsRefusedByName(String field, String value, String code) {
        GraphQl.Answer refused = people.ask(mother, UPDATE, Map.of(field, value));
        assertThat(refused.data("updateProfile/userErrors/0/code").asString()).isEqualTo(code);
        assertThat(refused.data("updateProfile/userErrors/0/field/1").asString()).isEqualTo(field);
    }

    @Test
    void whoeverTurnsFourteenTodayMaySayWhenTheyWereBorn() {
        assertThat(
                people.ask(mother, UPDATE, Map.of("birthDate", "2012-09-29")).data("updateProfile/userErrors").size())
                .isZero();
    }

    @Test
    void nothingIsKeptForAPurposeWithoutItsConsent() {
        UUID other = residents.withPhone(PhoneNumber.parse(PeopleOfThree.DAUGHTER_PHONE).orElseThrow()).id();

        assertThat(people.ask(other, UPDATE, Map.of("name", "王芳")).data("updateProfile/userErrors/0/code").asString())
                .isEqualTo("CONSENT_REQUIRED");
        assertThat(people.ask(mother, UPDATE, Map.of("accessibilityNeeds", List.of("HEARING")))
                .data("updateProfile/userErrors/0/code")
                .asString()).isEqualTo("CONSENT_REQUIRED");
        GraphQl.Answer refused = people.ask(mother, SAVE_HOME, HOME);
        assertThat(refused.data("saveHome/userErrors/0/code").asString()).isEqualTo("CONSENT_REQUIRED");
        assertThat(refused.data("saveHome/userErrors/0/message").asString()).contains("\"Saving your home\"");
        assertThat(count("person_home")).isZero();
    }

    @Test
    void aHomeIsSavedWithConsentAndGoesWithIt() {
        people.ask(mother, GIVE, Map.of("purpose", "HOME", "version", 1));

        GraphQl.Answer saved = people.ask(mother, SAVE_HOME, HOME);
        assertThat(saved.data("saveHome/me/home/address").asString()).isEqualTo("梅园路88弄3号");
        assertThat(saved.data("saveHome/me/home/location/lat").asDouble()).isEqualTo(31.1);
        assertThat(saved.data("saveHome/me/home/neighbourhood/name").asString()).isEqualTo("Meiyuan First Village");

        GraphQl.Answer withdrawn = people.ask(mother, WITHDRAW, Map.of("purpose", "HOME"));
        assertThat(withdrawn.data("withdrawConsent/consent/isGiven").asBoolean()).isFalse();
        assertThat(withdrawn.data("withdrawConsent/erasureReceipt").isNull()).isTrue();
        assertThat(count("person_home")).isZero();
    }

    @Test
    void aHomeCanBeForgottenWhileTheConsentStays() {
        people.agree(mother, Purpose.HOME);
        people.ask(mother, SAVE_HOME, HOME);

        assertThat(people.ask(mother, REMOVE_HOME, Map.of()).data("removeHome/me/home").isNull()).isTrue();
        assertThat(people.ask(mother, SAVE_HOME, HOME).data("saveHome/userErrors").size()).isZero();
    }

    @Test
    void accessibilityNeedsGoWithTheirConsentAndTheNameStays() {
        people.name(mother, "李桂芳", "1950-03-01");
        people.agree(mother, Purpose.ACCESSIBILITY);
        people.ask(mother, UPDATE, Map.of("accessibilityNeeds", List.of("WHEELCHAIR", "HEARING")));

        people.ask(mother, WITHDRAW, Map.of("purpose", "ACCESSIBILITY"));

        GraphQl.Answer me = people.query(mother, ME);
        assertThat(me.data("me/accessibilityNeeds").size()).isZero();
        assertThat(me.data("me/name").asString()).isEqualTo("李桂芳");
    }

    @Test
    void aNewTextAsksEverybodyAgainAndTheOldVersionIsRefused() {
        people.agree(mother, Purpose.HOME);
        people.ask(mother, SAVE_HOME, HOME);
        GraphQl.Answer published = graphQl.askAsAdmin(PUBLISH,
                Map.of("input",
                        Map.of("purpose", "HOME", "title", "住址", "titleEn", "Home", "text", "新", "textEn", "New",
                                "withdrawal", "删除", "withdrawalEn", "Erased")));
        assertThat(published.data("publishConsentText/consentPurpose/version").asInt()).isEqualTo(2);

        assertThat(people.query(mother, ME).data("me/consents/1/isOutdated").asBoolean()).isTrue();
        assertThat(people.query(mother, ME).data("me/home/address").asString()).isEqualTo("梅园路88弄3号");
        assertThat(people.ask(mother, SAVE_HOME, HOME).data("saveHome/userErrors/0/code").asString())
                .isEqualTo("CONSENT_REQUIRED");
        assertThat(people.ask(mother, GIVE, Map.of("purpose", "HOME", "version", 1))
                .data("giveConsent/userErrors/0/code")
                .asString()).isEqualTo("CONSENT_TEXT_CHANGED");
        assertThat(people.ask(mother, GIVE, Map.of("purpose", "HOME", "version", 2))
                .data("giveConsent/consent/isGiven")
                .asBoolean()).isTrue();
    }

    @Test
    void onlyTheDistrictAdministratorPublishesTexts() {
        var text = Map.of("purpose", "HOME", "title", "x", "titleEn", "x", "text", "x", "textEn", "x", "withdrawal",
                "x",
                "withdrawalEn", "x");
        assertThat(people.ask(mother, PUBLISH, text).error().at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(people.askAtDesk(PeopleOfThree.DESK, PUBLISH, text).error().at("/extensions/code").asString())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void whatLiesInTheTablesTellsNeitherNameNorPhoneNorAddress() {
        people.name(mother, "李桂芳", "1950-03-01");
        people.agree(mother, Purpose.HOME);
        people.agree(mother, Purpose.ACCESSIBILITY);
        people.ask(mother, UPDATE, Map.of("accessibilityNeeds", List.of("WHEELCHAIR")));
        people.ask(mother, SAVE_HOME, HOME);

        String rows = jdbc.sql("""
                select string_agg(t, ' ') from (select r::text t from resident r union all select p::text from person_profile p
                                                union all select h::text from person_home h) rows
                where t like '%' || ? || '%'""")
                .param(mother.toString())
                .query(String.class)
                .single();

        for (String secret : List.of("李桂芳", PeopleOfThree.MOTHER_PHONE, "1950-03", "WHEELCHAIR", "梅园路", "31.1",
                "JL01001")) {
            assertThat(rows).doesNotContain(secret).doesNotContain(hex(secret));
        }
    }

    @Test
    void aNameIsFoundByItsBlindIndexAlone() {
        people.name(mother, "李 桂芳", "1950-03-01");
        assertThat(profiles.listByName("李桂芳")).containsExactly(mother);
        assertThat(profiles.listByName("李桂")).isEmpty();
    }

    @Test
    void aValueCopiedIntoAnotherPersonsRowDoesNotDecrypt() {
        UUID daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        people.name(daughter, "王芳", "1980-03-01");
        jdbc.sql("""
                update person_profile set name_cipher = (select name_cipher from person_profile where resident_id = ?)
                 where resident_id = ?""").param(mother).param(daughter).update();

        assertThatThrownBy(() -> profiles.getProfile(daughter)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("person_profile.name");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
