package cn.jinlin.api.support;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.consent.Consents;
import cn.jinlin.api.account.consent.Decision;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.security.Subject;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A mother, her daughter and a neighbour, and the staff of two desks.
@TestComponent
public class PeopleOfThree {

    public static final String MOTHER_PHONE = "13812340001";
    public static final String DAUGHTER_PHONE = "13812340002";
    public static final String NEIGHBOUR_PHONE = "13812340003";
    public static final UUID DESK = UUID.fromString("10000000-0000-4000-8000-000000000001");
    public static final UUID OTHER_DESK = UUID.fromString("10000000-0000-4000-8000-000000000002");
    public static final UUID CLERK = UUID.fromString("20000000-0000-4000-8000-000000000001");

    private static final String PROFILE = "mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { userErrors { code } } }";

    private final JdbcClient jdbc;
    private final Residents residents;
    private final Consents consents;
    private final TestTokens tokens;
    private final GraphQl graphQl;

    PeopleOfThree(JdbcClient jdbc, Residents residents, Consents consents, TestTokens tokens, GraphQl graphQl) {
        this.jdbc = jdbc;
        this.residents = residents;
        this.consents = consents;
        this.tokens = tokens;
        this.graphQl = graphQl;
    }

    /// Takes everybody away. Row by row: emptying whole tables would wait for the work behind the scenes, and it for that.
    public void clear() {
        for (String table : List.of("erasure_step", "erasure", "data_export", "proxy", "access_record",
                "consent_record",
                "person_home", "person_profile")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql(
                """
                update resident set phone_cipher = null, phone_index = null, erased_at = now() where erased_at is null""")
                .update();
        jdbc.sql("delete from consent_text where version > 1").update();
    }

    /// Somebody who signed in with that number and agreed to what an account rests on.
    public UUID signUp(String phone, Purpose... more) {
        UUID id = residents.withPhone(PhoneNumber.parse(phone).orElseThrow()).id();
        agree(id, Purpose.BASIC_SERVICE);
        for (Purpose purpose : more) {
            agree(id, purpose);
        }
        return id;
    }

    public void agree(UUID resident, Purpose purpose) {
        consents.giveInForce(resident, purpose, Decision.online(new Subject(Subject.Kind.RESIDENT, resident)));
    }

    public void name(UUID resident, String name, String birthDate) {
        ask(resident, PROFILE, Map.of("name", name, "birthDate", birthDate));
    }

    /// Sends one input as a resident, in English.
    public GraphQl.Answer ask(UUID resident, String document, Map<String, ?> input) {
        return graphQl.send(document, Map.of("input", input), "en", tokens.resident(resident));
    }

    public GraphQl.Answer query(UUID resident, String document) {
        return graphQl.send(document, Map.of(), "en", tokens.resident(resident));
    }

    /// Sends one input as the clerk at a desk.
    public GraphQl.Answer askAtDesk(UUID unit, String document, Map<String, ?> input) {
        return askAs(document, input, new Duty(Role.FACILITY_DESK, unit));
    }

    public GraphQl.Answer askAs(String document, Map<String, ?> input, Duty... duties) {
        return graphQl.send(document, Map.of("input", input), "en", tokens.staff(CLERK, duties));
    }

    public static String id(UUID resident) {
        return GlobalId.of("Resident", resident);
    }
}
