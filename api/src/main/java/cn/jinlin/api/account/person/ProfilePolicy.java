package cn.jinlin.api.account.person;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.account.consent.Consents;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.api.region.Regions;
import org.springframework.stereotype.Component;

/// What may be kept of a person, and in which shape.
@Component
public class ProfilePolicy {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 200;
    private static final Set<String> LANGUAGES = Set.of(Profile.CHINESE, "en");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} ·•.'’()\\-]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{C}");

    private final Consents consents;
    private final Regions regions;
    private final Clock clock;

    ProfilePolicy(Consents consents, Regions regions, Clock clock) {
        this.consents = consents;
        this.regions = regions;
        this.clock = clock;
    }

    /// The name in one form: no blanks at its ends, one between words.
    ///
    /// @throws BadInput NAME_LENGTH_OUT_OF_RANGE, NOT_A_NAME
    public String readName(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new BadInput("input.name", "NAME_LENGTH_OUT_OF_RANGE", LONGEST_NAME);
        }
        if (!NAME.matcher(name).matches()) {
            throw new BadInput("input.name", "NOT_A_NAME");
        }
        return name;
    }

    /// @throws BadInput BIRTH_DATE_OUT_OF_RANGE
    public void requireBirthDate(LocalDate birthDate) {
        if (birthDate.isAfter(today()) || birthDate.getYear() < 1900) {
            throw new BadInput("input.birthDate", "BIRTH_DATE_OUT_OF_RANGE");
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI);
    }

    /// @throws BadInput naming the first field at fault
    void requireChange(UUID resident, Profile before, Profile after) {
        consents.require(resident, Purpose.BASIC_SERVICE, "input");
        if (!LANGUAGES.contains(after.language())) {
            throw new BadInput("input.language", "UNKNOWN_LANGUAGE");
        }
        if (after.birthDate() != null && !Objects.equals(after.birthDate(), before.birthDate())) {
            requireBirthDate(after.birthDate());
            requireGuardianRegistersChild(after);
        }
        if (!after.accessibilityNeeds().isEmpty() && !after.accessibilityNeeds().equals(before.accessibilityNeeds())) {
            consents.require(resident, Purpose.ACCESSIBILITY, "input.accessibilityNeeds");
        }
    }

    /// A child's data needs the guardian's consent: Personal Information Protection Law, article 31.
    private void requireGuardianRegistersChild(Profile profile) {
        if (profile.isUnder14(today())) {
            throw new BadInput("input.birthDate", "GUARDIAN_REGISTERS_CHILD");
        }
    }

    /// @throws BadInput naming the first field at fault
    void require(UUID resident, Home home) {
        consents.require(resident, Purpose.HOME, "input");
        if (home.address().isBlank() || home.address().length() > LONGEST_ADDRESS) {
            throw new BadInput("input.address", "ADDRESS_LENGTH_OUT_OF_RANGE", LONGEST_ADDRESS);
        }
        if (CONTROL.matcher(home.address()).find()) {
            throw new BadInput("input.address", "NOT_AN_ADDRESS");
        }
        if (home.neighbourhood() != null && regions.findNeighbourhood(home.neighbourhood()).isEmpty()) {
            throw new BadInput("input.neighbourhood", "UNKNOWN_NEIGHBOURHOOD");
        }
    }
}
