package cn.jinlin.api.notification.template;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TemplatesTest {

    private static final Map<String, String> VALUES = Map.of("device", "Chrome, Android", "signedInAt",
            "2026-09-29T02:05:00Z");

    private final Templates templates;
    private final Template newDevice;

    TemplatesTest() throws IOException {
        templates = new Templates(JsonMapper.shared());
        newDevice = templates.get("account.new_device");
    }

    @Test
    void theSameMessageIsWordedInBothLanguagesWithTimesOfShanghai() {
        assertThat(templates.word(newDevice, 1, VALUES, Locale.SIMPLIFIED_CHINESE).text())
                .startsWith("您的账户于2026年9月29日 10:05在“Chrome, Android”上登录。");
        assertThat(templates.word(newDevice, 1, VALUES, Locale.ENGLISH).text())
                .startsWith("Your account was signed in on “Chrome, Android” on 29 September 2026, 10:05.");
    }

    @Test
    void whatLooksLikeAPlaceInsideAValueStaysAsItIs() {
        var values = new LinkedHashMap<>(VALUES);
        values.put("device", "{signedInAt} $1 \\{device}");
        assertThat(templates.word(newDevice, 1, values, Locale.ENGLISH).text())
                .contains("“{signedInAt} $1 \\{device}”");
    }

    @Test
    void lineBreaksAndInvisibleCharactersOfAValueBecomeBlanks() {
        var values = new LinkedHashMap<>(VALUES);
        values.put("device", "Chrome\r\nBcc: all@example.cn\u2028x\u202Etxt\u0000");
        assertThat(templates.clean(newDevice, values)).containsEntry("device", "Chrome Bcc: all@example.cn x txt");
    }

    @Test
    void valuesThatDoNotFitAreAMistakeOfTheSender() {
        assertThatIllegalArgumentException().isThrownBy(() -> templates.clean(newDevice, Map.of("device", "x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.clean(newDevice, Map.of("device", "x", "signedInAt", "yesterday")));
        assertThatIllegalArgumentException().isThrownBy(() -> templates.get("no.such_kind"));
    }

    @Test
    void everyKindCanBeWordedInBothLanguages() {
        for (Template template : templates.list()) {
            Map<String, String> values = new LinkedHashMap<>();
            template.newest()
                    .places()
                    .forEach(place -> values.put(place,
                            place.endsWith("At") ? "2026-09-29T02:05:00Z" : "[" + place + "]"));
            for (Locale language : new Locale[]{Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                Templates.Worded worded = templates.word(template, template.newest().version(), values, language);
                assertThat(worded.title()).isNotBlank().doesNotContain("{", "\n");
                assertThat(worded.text()).isNotBlank().doesNotContain("{");
                assertThat(template.name(language)).isNotBlank();
                assertThat(values.keySet())
                        .allSatisfy(place -> assertThat(worded.title() + worded.text() + worded.path())
                                .contains(worded.values().get(place)));
            }
        }
    }
}
