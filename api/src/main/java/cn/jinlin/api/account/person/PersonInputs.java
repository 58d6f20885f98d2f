package cn.jinlin.api.account.person;

import java.time.LocalDate;
import java.util.List;

import cn.jinlin.api.graphql.UserError;
import cn.jinlin.api.region.PointInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/// Inputs and payload of the mutations on oneself.
final class PersonInputs {

    private PersonInputs() {}

    /// An absent argument leaves what is there; an explicit null clears it.
    record Update(ArgumentValue<String> name, ArgumentValue<LocalDate> birthDate, ArgumentValue<String> language,
            ArgumentValue<Boolean> careMode, ArgumentValue<List<AccessibilityNeed>> accessibilityNeeds) {

        Profile over(Profile now) {
            return new Profile(name.isOmitted() ? now.name() : name.value(),
                    birthDate.isOmitted() ? now.birthDate() : birthDate.value(),
                    language.isOmitted() ? now.language() : language.asOptional().orElse(Profile.CHINESE),
                    careMode.isOmitted() ? now.careMode() : careMode.asOptional().orElse(false),
                    accessibilityNeeds.isOmitted()
                            ? now.accessibilityNeeds()
                            : accessibilityNeeds.asOptional().orElse(List.of()).stream().distinct().sorted().toList());
        }
    }

    record SaveHome(String address, @Nullable PointInput location, @Nullable String neighbourhood) {

        Home home() {
            return new Home(address.strip(), location == null ? null : location.toWgs84("input.location"),
                    neighbourhood);
        }
    }

    record RemoveHome(boolean withdrawConsent) {}

    record Payload(@Nullable Me me, List<UserError> userErrors) {}
}
