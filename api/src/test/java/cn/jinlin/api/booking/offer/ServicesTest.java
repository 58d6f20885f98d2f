package cn.jinlin.api.booking.offer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.booking.offer.OfferOfOneFacility.Offer;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(OfferOfOneFacility.class)
class ServicesTest {

    private static final String CREATE = """
            mutation($input: CreateBookableServiceInput!) { createBookableService(input: $input) {
              bookableService { id number } userErrors { code field message } } }""";
    private static final String UPDATE = """
            mutation($input: UpdateBookableServiceInput!) { updateBookableService(input: $input) {
              bookableService { name materials { name required } partyLimit } userErrors { code field } } }""";
    private static final String CLOSE = """
            mutation($input: CloseBookableServiceInput!) { closeBookableService(input: $input) {
              bookableService { id } userErrors { code } } }""";
    private static final String PREVIEW = """
            query($id: ID!) { previewServiceClosing(id: $id) { slotsClosed slotsKept appointments touched { id } } }""";
    private static final String ONE = """
            query($number: String!) { bookableService(number: $number) { id name description kind release partyLimit
              materials { name required } questions { code text kind required choices { code text } } facilities { name } } }""";
    private static final String LIST = """
            query($words: String, $facility: ID, $first: Int!, $after: String) {
              bookableServices(words: $words, facility: $facility, first: $first, after: $after) {
                edges { node { number } } pageInfo { hasNextPage endCursor } } }""";
    private static final String OF_FACILITY = "query($id: ID!) { facility(id: $id) { bookable { number } } }";

    @Autowired
    private OfferOfOneFacility offers;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private SlotWork work;
    @Autowired
    private JdbcClient jdbc;

    private String number = "";

    @BeforeEach
    void aNewNumber() {
        jdbc.sql("update bookable_service set in_service = false").update();
        number = "RC-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    private GraphQl.Answer askAsAdmin(String document, Map<String, ?> input) {
        return people.askAs(document, input, new Duty(Role.DISTRICT_ADMIN, null));
    }

    private Map<String, Object> permit() {
        return Map.of("number", number, "kind", "COUNTER", "name", "居住证办理", "nameEn", "Residence permit", "description",
                "首次办理与续签", "materials",
                List.of(Map.of("name", "身份证原件", "nameEn", "Identity card"),
                        Map.of("name", "租房合同", "required", false)),
                "questions",
                List.of(Map.of("code", "FIRST", "text", "首次办理吗？", "textEn", "For the first time?", "kind", "YES_NO"),
                        Map.of("code", "TERM", "text", "有效期", "kind", "CHOICE", "choices",
                                List.of(Map.of("code", "Y1", "text", "一年", "textEn", "One year"),
                                        Map.of("code", "Y5", "text", "五年")))));
    }

    @Test
    void aServiceIsToldInTheCallersLanguageAndInChineseWhereThereIsNoOther() {
        assertThat(askAsAdmin(CREATE, permit()).data("createBookableService/userErrors")).isEmpty();

        GraphQl.Answer english = graphQl.ask(ONE, Map.of("number", number), "en");
        assertThat(english.data("bookableService/name").asString()).isEqualTo("Residence permit");
        assertThat(english.data("bookableService/description").asString()).isEqualTo("首次办理与续签");
        assertThat(english.data("bookableService/materials/0/name").asString()).isEqualTo("Identity card");
        assertThat(english.data("bookableService/materials/1/name").asString()).isEqualTo("租房合同");
        assertThat(english.data("bookableService/materials/1/required").asBoolean()).isFalse();
        assertThat(english.data("bookableService/questions/1/choices/0/text").asString()).isEqualTo("One year");
        assertThat(english.data("bookableService/release").asString()).isEqualTo("AT_ONCE");
        assertThat(graphQl.ask(ONE, Map.of("number", number)).data("bookableService/name").asString())
                .isEqualTo("居住证办理");
    }

    @ParameterizedTest
    @ValueSource(strings = {"居住证", "juzhuzheng", "residence", "jzz"})
    void aServiceIsFoundByWordsPinyinInitialsAndEnglish(String words) {
        askAsAdmin(CREATE, permit());

        assertThat(numbers(Map.of("words", words, "first", 5))).contains(number);
        assertThat(numbers(Map.of("words", "护照", "first", 5))).isEmpty();
    }

    private List<String> numbers(Map<String, ?> variables) {
        return graphQl.ask(LIST, variables).data("bookableServices/edges").findValuesAsString("number");
    }

    @Test
    void thoseMostWantedComeFirstAndPagesFollowOneAnother() {
        Offer wanted = offers.prepare();
        String schedule = offers.created(wanted, Map.of());
        Offer other = offers.prepare();
        offers.created(other, Map.of());
        offers.take(offers.slotAt(schedule, "2026-10-08 09:00"), 2);
        people.askAtDesk(wanted.unit(), OfferOfOneFacility.UPDATE, Map.of("id", schedule, "capacity", 3));

        GraphQl.Answer first = graphQl.ask(LIST, Map.of("first", 1));
        assertThat(first.data("bookableServices/edges/0/node/number").asString()).isEqualTo(wanted.number());
        assertThat(first.data("bookableServices/pageInfo/hasNextPage").asBoolean()).isTrue();
        String after = first.data("bookableServices/pageInfo/endCursor").asString();
        assertThat(numbers(Map.of("first", 1, "after", after))).containsExactly(other.number());
        assertThat(graphQl.ask(LIST, Map.of("first", 1, "after", "x")).error().at("/extensions/reason").asString())
                .isEqualTo("BROKEN_CURSOR");
    }

    @Test
    void aFacilityNamesWhatCanBeBookedThereAndAServiceWhere() {
        Offer offer = offers.prepare();
        offers.created(offer, Map.of());
        offers.created(new Offer(offer.facility(), offer.unit(), offers.prepare().service(), ""),
                Map.of("resource", "4 号窗口", "draft", true));

        assertThat(graphQl.ask(OF_FACILITY, Map.of("id", offer.facilityId())).data("facility/bookable"))
                .hasSize(1)
                .allMatch(service -> service.get("number").asString().equals(offer.number()));
        assertThat(graphQl.ask(ONE, Map.of("number", offer.number()))
                .data("bookableService/facilities/0/name")
                .asString()).isEqualTo("梅园事务中心");
        assertThat(numbers(Map.of("facility", offer.facilityId(), "first", 5))).containsExactly(offer.number());
    }

    @Test
    void whatIsWrongIsRefusedByFieldInWords() {
        askAsAdmin(CREATE, permit());
        assertThat(askAsAdmin(CREATE, permit()).data("createBookableService/userErrors/0/code").asString())
                .isEqualTo("SERVICE_NUMBER_TAKEN");
        assertRefused("number", "小写", "NOT_A_SERVICE_NUMBER");
        assertRefused("name", "  ", "OFFER_TEXT_EMPTY");
        assertRefused("partyLimit", 21, "NUMBER_OUT_OF_RANGE");
        assertRefused("questions", List.of(Map.of("code", "A", "text", "选哪个？", "kind", "CHOICE")),
                "CHOICES_DO_NOT_FIT");
        assertRefused("questions", List.of(Map.of("code", "A", "text", "一", "kind", "TEXT"),
                Map.of("code", "A", "text", "二", "kind", "TEXT")), "CODE_TWICE");
    }

    private void assertRefused(String field, Object value, String code) {
        var input = new java.util.HashMap<>(permit());
        input.put("number", number + "-2");
        input.put(field, value);
        GraphQl.Answer answer = askAsAdmin(CREATE, input);
        assertThat(answer.data("createBookableService/userErrors/0/code").asString()).isEqualTo(code);
        assertThat(answer.data("createBookableService/userErrors/0/field/1").asString()).isEqualTo(field);
    }

    @Test
    void aChangeLeavesWhatItDoesNotName() {
        String id = askAsAdmin(CREATE, permit()).data("createBookableService/bookableService/id").asString();
        GraphQl.Answer changed = askAsAdmin(UPDATE, Map.of("id", id, "partyLimit", 3));

        assertThat(changed.data("updateBookableService/bookableService/partyLimit").asInt()).isEqualTo(3);
        assertThat(changed.data("updateBookableService/bookableService/name").asString()).isEqualTo("Residence permit");
        assertThat(changed.data("updateBookableService/bookableService/materials")).hasSize(2);
    }

    @Test
    void aClosedServiceIsFoundNoMoreAndItsFreeSlotsGoWithTheNextLook() {
        Offer offer = offers.prepare();
        String schedule = offers.created(offer, Map.of());
        offers.book(offer, schedule, offers.slotAt(schedule, "2026-10-08 09:00"));

        GraphQl.Answer preview = graphQl.askAsAdmin(PREVIEW, Map.of("id", offer.serviceId()));
        assertThat(preview.data("previewServiceClosing/slotsClosed").asInt()).isEqualTo(11);
        assertThat(preview.data("previewServiceClosing/appointments").asInt()).isEqualTo(1);
        assertThat(preview.data("previewServiceClosing/touched")).isEmpty();
        askAsAdmin(CLOSE, Map.of("id", offer.serviceId()));
        work.look();
        cn.jinlin.api.support.Records.await(() -> offers.starts(schedule).isEmpty());
        assertThat(graphQl.ask(ONE, Map.of("number", offer.number())).data("bookableService").isNull()).isTrue();
    }

    @Test
    void nobodyButTheDistrictsAdministratorChangesServices() {
        assertThat(people.askAs(CREATE, permit(), new Duty(Role.UNIT_LEADER, PeopleOfThree.DESK))
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
        assertThat(people.askAs(CLOSE, Map.of("id", GlobalId.of("BookableService", 1)),
                new Duty(Role.FACILITY_DESK, PeopleOfThree.DESK)).error().at("/extensions/code").asString())
                .isEqualTo("FORBIDDEN");
    }
}
