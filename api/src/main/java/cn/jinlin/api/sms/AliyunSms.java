package cn.jinlin.api.sms;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import cn.jinlin.api.personal.PhoneNumber;
import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsResponseBody;
import com.aliyun.tea.TeaException;
import com.aliyun.tea.TeaUnretryableException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.RuntimeOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Alibaba Cloud's Short Message Service, operation SendSms of its API of 2017-05-25, through the provider's own SDK.
///
/// The SDK's exceptions may quote the request, so none is passed on; a refusal carries the provider's code alone.
class AliyunSms implements SmsSender {

    private static final String ACCEPTED = "OK";
    /// Codes after which the very same message may be accepted later: limits of frequency, the account's balance, the
    /// provider's own troubles. What else it refuses, it will go on refusing.
    private static final Set<String> TEMPORARY = Set.of("isv.BUSINESS_LIMIT_CONTROL", "isv.DAY_LIMIT_CONTROL",
            "isv.MONTH_LIMIT_CONTROL", "isv.AMOUNT_NOT_ENOUGH", "isv.OUT_OF_SERVICE", "isp.SYSTEM_ERROR",
            "isp.RAM_PERMISSION_DENY", "isp.GATEWAY_ERROR", "Throttling", "Throttling.User", "Throttling.Api",
            "ServiceUnavailable", "InternalError");

    private final SmsSettings.Aliyun settings;
    private final Map<String, String> templates;
    private final JsonMapper json;
    private final Client client;
    private final RuntimeOptions options;

    AliyunSms(SmsSettings.Aliyun settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.templates = settings.templates()
                .entrySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(entry -> plain(entry.getKey()), Map.Entry::getValue));
        try {
            client = new Client(new Config().setEndpoint(settings.endpoint())
                    .setProtocol(settings.protocol())
                    .setAccessKeyId(required(settings.accessKeyId(), "access-key-id"))
                    .setAccessKeySecret(required(settings.accessKeySecret(), "access-key-secret")));
        } catch (IllegalStateException unset) {
            throw unset;
        } catch (Exception unusable) { // as the SDK declares it
            throw new IllegalStateException("The provider's SDK does not take these settings", unusable);
        }
        required(settings.signName(), "sign-name");
        int millis = Math.toIntExact(settings.timeout().toMillis());
        // Trying again is the business of whoever keeps the message.
        options = new RuntimeOptions().setAutoretry(false).setConnectTimeout(millis).setReadTimeout(millis);
    }

    @Override
    public String send(PhoneNumber to, String template, String language, Map<String, String> values)
            throws SmsFailedException {
        SendSmsRequest request = new SendSmsRequest().setPhoneNumbers(to.digits())
                .setSignName(settings.signName())
                .setTemplateCode(templateCode(template, language))
                .setTemplateParam(json.writeValueAsString(new TreeMap<>(values)));
        SendSmsResponseBody answer = ask(request);
        String code = String.valueOf(answer.getCode());
        if (!ACCEPTED.equals(code)) {
            throw new SmsFailedException(code, !isTemporary(code));
        }
        return String.valueOf(answer.getBizId());
    }

    private SendSmsResponseBody ask(SendSmsRequest request) throws SmsFailedException {
        try {
            return client.sendSmsWithOptions(request, options).getBody();
        } catch (TeaUnretryableException away) {
            throw new SmsFailedException("unreachable", false);
        } catch (TeaException refused) {
            String code = String.valueOf(refused.getCode());
            Integer status = refused.getStatusCode();
            throw new SmsFailedException(code, status != null && status < 500 && !isTemporary(code));
        } catch (Exception unreadable) { // as the SDK declares it: an answer that is no JSON, a broken connection
            throw new SmsFailedException(unreadable.getClass().getSimpleName(), false);
        }
    }

    /// @throws SmsFailedException when the operator has named no template for it
    private String templateCode(String template, String language) throws SmsFailedException {
        String inEnglish = templates.get(plain(template + "en"));
        String code = language.startsWith("en") && inEnglish != null ? inEnglish : templates.get(plain(template));
        if (code == null) {
            throw new SmsFailedException("no_template_for_" + template, true);
        }
        return code;
    }

    /// Names of environment variables can carry neither hyphens nor small letters.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static boolean isTemporary(String code) {
        return TEMPORARY.contains(code);
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set jinlin.sms.aliyun." + name);
        }
        return value;
    }
}
