package cn.jinlin.api.account.family;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import cn.jinlin.api.account.person.Profile;
import cn.jinlin.api.account.person.ProfilePolicy;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.personal.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may act for whom, for how long, and how many.
@Component
class FamilyPolicy {

    private static final int LONGEST_RELATION = 20;
    private static final int CHILD_UNTIL = 14;
    private static final int OF_AGE = 18;
    private static final Pattern RELATION = Pattern.compile("[\\p{L}\\p{M}\\p{N} ·'’\\-]+");
    private static final Pattern PAPER = Pattern.compile("[\\p{L}\\p{N}/\\-_. ]{4,40}");

    private final ProfilePolicy profiles;
    private final FamilyRules rules;

    FamilyPolicy(ProfilePolicy profiles, FamilyRules rules) {
        this.profiles = profiles;
        this.rules = rules;
    }

    LocalDate today() {
        return profiles.today();
    }

    /// @throws BadInput NOT_A_MOBILE
    static PhoneNumber readPhone(String typed, String field) {
        return PhoneNumber.parse(typed).orElseThrow(() -> new BadInput(field, "NOT_A_MOBILE"));
    }

    /// @throws BadInput RELATION_LENGTH_OUT_OF_RANGE
    static String readRelation(String typed) {
        String relation = typed.strip();
        if (relation.isEmpty() || relation.length() > LONGEST_RELATION || !RELATION.matcher(relation).matches()) {
            throw new BadInput("input.relation", "RELATION_LENGTH_OUT_OF_RANGE", LONGEST_RELATION);
        }
        return relation;
    }

    /// @throws BadInput PAPER_NUMBER_NEEDED
    static String readPaperNumber(String typed) {
        String number = typed.strip();
        if (!PAPER.matcher(number).matches()) {
            throw new BadInput("input.paperNumber", "PAPER_NUMBER_NEEDED");
        }
        return number;
    }

    /// @throws BadInput SCOPES_EMPTY
    static List<Scope> readScopes(List<Scope> scopes) {
        if (scopes.isEmpty()) {
            throw new BadInput("input.scopes", "SCOPES_EMPTY");
        }
        return scopes.stream().distinct().sorted().toList();
    }

    /// A year at most: whoever wants longer says so again each year.
    ///
    /// @throws BadInput LAST_DAY_OUT_OF_RANGE
    LocalDate readLastDay(@Nullable LocalDate wanted) {
        LocalDate latest = today().plusYears(1);
        LocalDate lastDay = wanted == null ? latest : wanted;
        if (lastDay.isBefore(today()) || lastDay.isAfter(latest)) {
            throw new BadInput("input.endsOn", "LAST_DAY_OUT_OF_RANGE");
        }
        return lastDay;
    }

    /// @throws BadInput TOO_MANY_PROXIES
    void requireRoomForProxy(long open) {
        if (open >= rules.mostProxies()) {
            throw new BadInput("input", "TOO_MANY_PROXIES", rules.mostProxies());
        }
    }

    /// @throws BadInput TOO_MANY_INVITATIONS
    void requireInvitationsLeft(int today) {
        if (today >= rules.invitationsPerDay()) {
            throw new BadInput("input", "TOO_MANY_INVITATIONS", rules.invitationsPerDay());
        }
    }

    /// @throws BadInput TOO_MANY_ACTED_FOR
    void requireRoomForActing(long actedFor) {
        if (actedFor >= rules.mostActedFor()) {
            throw new BadInput("input", "TOO_MANY_ACTED_FOR", rules.mostActedFor());
        }
    }

    /// A guardian has full capacity for civil acts: Civil Code, articles 17 to 23.
    ///
    /// @throws BadInput GUARDIAN_BIRTH_DATE_NEEDED, GUARDIAN_NOT_OF_AGE
    void requireOfAge(Profile guardian) {
        int age = guardian.ageOn(today()).orElseThrow(() -> new BadInput("input", "GUARDIAN_BIRTH_DATE_NEEDED"));
        if (age < OF_AGE) {
            throw new BadInput("input", "GUARDIAN_NOT_OF_AGE");
        }
    }

    /// @throws BadInput BIRTH_DATE_OUT_OF_RANGE, NOT_A_CHILD
    LocalDate requireChild(LocalDate birthDate) {
        profiles.requireBirthDate(birthDate);
        LocalDate lastDay = birthDate.plusYears(CHILD_UNTIL).minusDays(1);
        if (lastDay.isBefore(today())) {
            throw new BadInput("input.birthDate", "NOT_A_CHILD");
        }
        return lastDay;
    }

    /// From 14 on the young person decides: Personal Information Protection Law, article 31.
    ///
    /// @throws BadInput NOT_YET_14
    void requireNoChild(Profile person) {
        if (person.isUnder14(today())) {
            throw new BadInput("input.id", "NOT_YET_14");
        }
    }

    /// @throws BadInput BIRTH_DATE_OUT_OF_RANGE, GUARDIAN_REGISTERS_CHILD
    void requireNotRegisteredByDesk(LocalDate birthDate) {
        profiles.requireBirthDate(birthDate);
        if (birthDate.plusYears(CHILD_UNTIL).isAfter(today())) {
            throw new BadInput("input.birthDate", "GUARDIAN_REGISTERS_CHILD");
        }
    }
}
