package cn.jinlin.api.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import cn.jinlin.api.personal.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AliyunSmsTest {

    private static final PhoneNumber PHONE = PhoneNumber.parse("13900001234").orElseThrow();
    private static final Map<String, String> VALUES = Map.of("code", "012345", "minutes", "5");

    private AliyunStandIn provider;

    @BeforeEach
    void aProvider() throws IOException {
        provider = new AliyunStandIn();
    }

    @AfterEach
    void theProviderCloses() {
        provider.close();
    }

    @Test
    void aMessageCarriesTheApprovedTemplateAndSignatureAndItsValues() throws SmsFailedException {
        assertThat(sms().send(PHONE, "sign_in_code", "zh-CN", VALUES)).isEqualTo("900619746936498440^0");

        assertThat(provider.asked()).containsEntry("x-acs-action", "SendSms")
                .containsEntry("x-acs-version", "2017-05-25")
                .containsEntry("PhoneNumbers", "13900001234")
                .containsEntry("SignName", "近邻")
                .containsEntry("TemplateCode", "SMS_1")
                .containsEntry("TemplateParam", "{\"code\":\"012345\",\"minutes\":\"5\"}");
        assertThat(provider.asked().get("Authorization")).contains("key-id").doesNotContain("key-secret");
    }

    @Test
    void whoeverReadsEnglishGetsItWhereThereIsATemplateForIt() throws SmsFailedException {
        sms().send(PHONE, "sign_in_code", "en-GB", VALUES);
        assertThat(provider.asked()).containsEntry("TemplateCode", "SMS_2");
        sms().send(PHONE, "new_phone_code", "en", VALUES);
        assertThat(provider.asked()).containsEntry("TemplateCode", "SMS_3");
    }

    @ParameterizedTest
    @CsvSource({"isv.MOBILE_NUMBER_ILLEGAL, true", "isv.SMS_TEMPLATE_ILLEGAL, true", "isv.SMS_SIGNATURE_ILLEGAL, true",
        "isv.BLACK_KEY_CONTROL_LIMIT, true", "isv.BUSINESS_LIMIT_CONTROL, false", "isv.DAY_LIMIT_CONTROL, false",
        "isv.AMOUNT_NOT_ENOUGH, false", "isp.SYSTEM_ERROR, false"})
    void aRefusalCarriesTheProvidersCodeAloneAndWhetherItIsForGood(String code, boolean permanent) {
        provider.code = code;
        SmsFailedException failed = failure();
        assertThat(failed).hasMessage(code).hasNoCause();
        assertThat(failed.permanent()).isEqualTo(permanent);
    }

    @ParameterizedTest
    @CsvSource({"400, Throttling.User, false", "400, InvalidAccessKeyId.NotFound, true",
        "503, ServiceUnavailable, false",
        "500, Whatever, false"})
    void aRefusalByStatusIsReadLikewise(int status, String code, boolean permanent) {
        provider.status = status;
        provider.code = code;
        SmsFailedException failed = failure();
        assertThat(failed.getMessage()).contains(code).doesNotContain(PHONE.digits());
        assertThat(failed.permanent()).isEqualTo(permanent);
    }

    @Test
    void aProviderThatIsAwayOrSilentIsTriedAgainLater() {
        provider.silent = true;
        assertThat(failure().permanent()).isFalse();
        AliyunSms sms = sms();
        provider.close();
        assertThat(catchThrowableOfType(SmsFailedException.class, () -> sms.send(PHONE, "sign_in_code", "zh", VALUES))
                .permanent()).isFalse();
    }

    @Test
    void aMessageWithoutATemplateIsRefusedBeforeAnybodyIsAsked() {
        assertThat(catchThrowableOfType(SmsFailedException.class, () -> sms().send(PHONE, "unheard_of", "zh", VALUES))
                .permanent()).isTrue();
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void theServiceDoesNotStartWithHalfTheSettings() {
        assertThatThrownBy(() -> new AliyunSms(new SmsSettings.Aliyun("localhost", "https", "id", null, "近邻", Map.of(),
                Duration.ofSeconds(1)), JsonMapper.shared())).hasMessageContaining("access-key-secret");
    }

    private SmsFailedException failure() {
        return catchThrowableOfType(SmsFailedException.class, () -> sms().send(PHONE, "sign_in_code", "zh", VALUES));
    }

    private AliyunSms sms() {
        return new AliyunSms(new SmsSettings.Aliyun(provider.endpoint(), "http", "key-id", "key-secret", "近邻",
                Map.of("sign-in-code", "SMS_1", "sign-in-code-en", "SMS_2", "new-phone-code", "SMS_3"),
                Duration.ofSeconds(1)), JsonMapper.shared());
    }
}
