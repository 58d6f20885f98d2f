package cn.jinlin.api.account.rights;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/// Everything a person does, once, with the log read afterwards.
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest {

    private static final String NAME = "欧阳桂芳";
    private static final String ADDRESS = "静安里七号";
    private static final String REASON = "居民要求更正登记的出生日期";

    @Autowired
    private PeopleOfThree people;

    @Test
    void nothingPersonalIsInTheLogWhateverAPersonDoesOrMistypes(CapturedOutput log) {
        people.clear();
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE, Purpose.HOME, Purpose.ACT_FOR_OTHER);
        UUID daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        people.name(mother, NAME, "1951-07-08");
        act(mother, "saveHome", "SaveHomeInput", Map.of("address", ADDRESS));
        act(mother, "saveHome", "SaveHomeInput",
                Map.of("address", ADDRESS + "\n", "location", Map.of("lat", 500, "lon", 1)));
        act(mother, "updateProfile", "UpdateProfileInput", Map.of("name", NAME + "\r\nforged line"));
        act(mother, "inviteProxy", "InviteProxyInput",
                Map.of("phone", PeopleOfThree.DAUGHTER_PHONE, "relation", "女儿", "scopes", List.of("BOOKING")));
        act(daughter, "inviteProxy", "InviteProxyInput",
                Map.of("phone", PeopleOfThree.MOTHER_PHONE + "9", "relation", "妈妈", "scopes", List.of("BOOKING")));
        GraphQl.Answer found = people.askAtDesk(PeopleOfThree.DESK,
                mutation("findResidentByPhone", "FindResidentByPhoneInput"),
                Map.of("phone", PeopleOfThree.MOTHER_PHONE));
        people.askAtDesk(PeopleOfThree.DESK, mutation("revealResident", "RevealResidentInput"),
                Map.of("id", PeopleOfThree.id(mother), "fields", List.of("NAME", "HOME"), "reasonKind", "LETTER",
                        "reason", REASON));
        act(mother, "requestDataExport", "RequestDataExportInput", Map.of());
        Records.await(() -> people.query(mother, "{ myDataExports { state } }")
                .data("myDataExports/0/state")
                .asString()
                .equals("READY"));
        act(mother, "requestErasure", "RequestErasureInput", Map.of());
        LoggerFactory.getLogger(QuietLogTest.class).warn("the log is read");

        assertThat(found.body()).contains("findResidentByPhone");
        assertThat(log.getAll()).contains("the log is read")
                .doesNotContain(NAME, ADDRESS, REASON, PeopleOfThree.MOTHER_PHONE, PeopleOfThree.DAUGHTER_PHONE,
                        "1951-07-08",
                        "forged line");
    }

    private void act(UUID resident, String mutation, String type, Map<String, ?> input) {
        assertThat(people.ask(resident, mutation(mutation, type), input).body()).contains(mutation);
    }

    private static String mutation(String name, String type) {
        return "mutation($input: " + type + "!) { " + name + "(input: $input) { userErrors { code } } }";
    }
}
