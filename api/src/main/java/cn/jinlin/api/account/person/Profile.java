package cn.jinlin.api.account.person;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What a resident says of themselves.
///
/// @param birthDate where an offer by age needs it; null unless given
/// @param language of messages: `zh-CN` or `en`
public record Profile(@Nullable String name, @Nullable LocalDate birthDate, String language, boolean careMode,
        List<AccessibilityNeed> accessibilityNeeds) {

    public static final String CHINESE = "zh-CN";

    static final Profile EMPTY = new Profile(null, null, CHINESE, false, List.of());

    /// Completed years. Empty when the birth date is unknown.
    public Optional<Integer> ageOn(LocalDate day) {
        return Optional.ofNullable(birthDate).map(born -> Period.between(born, day).getYears());
    }

    /// Personal Information Protection Law, article 31.
    public boolean isUnder14(LocalDate day) {
        return ageOn(day).filter(age -> age < 14).isPresent();
    }

    /// Law on the Protection of the Rights of the Elderly, article 2. Empty when the birth date is unknown.
    public Optional<Boolean> isSixtyOrOver(LocalDate day) {
        return ageOn(day).map(age -> age >= 60);
    }
}
