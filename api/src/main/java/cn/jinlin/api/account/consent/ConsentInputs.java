package cn.jinlin.api.account.consent;

import java.util.List;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// Inputs and payloads of the mutations about consents.
final class ConsentInputs {

    private ConsentInputs() {}

    record Give(Purpose purpose, int version) {}

    record Given(@Nullable ConsentState consent, @Nullable String erasureReceipt, List<UserError> userErrors) {}

    record Publish(Purpose purpose, String title, String titleEn, String text, String textEn, String withdrawal,
            String withdrawalEn) {

        void require() {
            requireText(title, "title", 80);
            requireText(titleEn, "titleEn", 120);
            requireText(text, "text", 4000);
            requireText(textEn, "textEn", 8000);
            requireText(withdrawal, "withdrawal", 500);
            requireText(withdrawalEn, "withdrawalEn", 1000);
        }

        private static void requireText(String value, String field, int longest) {
            if (value.isBlank() || value.length() > longest) {
                throw new BadInput("input." + field, "TEXT_LENGTH_OUT_OF_RANGE", 1, longest);
            }
        }
    }

    record Published(@Nullable ConsentText consentPurpose, List<UserError> userErrors) {}
}
