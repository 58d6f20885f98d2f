package cn.jinlin.api.account.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import cn.jinlin.api.account.consent.ConsentWithdrawn;
import cn.jinlin.api.account.consent.Consents;
import cn.jinlin.api.account.consent.Decision;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to profiles and homes. Residents change their own; whoever asks for another's answers for having the right.
@Service
public class People {

    private final Residents residents;
    private final Profiles profiles;
    private final Homes homes;
    private final ProfilePolicy policy;
    private final Consents consents;
    private final Access access;

    People(Residents residents, Profiles profiles, Homes homes, ProfilePolicy policy, Consents consents,
            Access access) {
        this.residents = residents;
        this.profiles = profiles;
        this.homes = homes;
        this.policy = policy;
        this.consents = consents;
        this.access = access;
    }

    /// A profile with empty fields for whoever said nothing yet.
    public Profile getProfile(UUID resident) {
        return profiles.get(resident);
    }

    /// Names of many at once, of those who gave one.
    public Map<UUID, String> listNames(Collection<UUID> residents) {
        return residents.isEmpty() ? Map.of() : profiles.listNames(residents);
    }

    /// For the circle around one's home. Empty without the consent HOME.
    public Optional<Home> findHome(UUID resident) {
        return homes.find(resident);
    }

    /// Everybody who gave exactly that name, blanks and case aside; found by blind index.
    public List<UUID> listByName(String name) {
        return profiles.listByName(name);
    }

    /// Gives a newly registered person their name; the caller has taken care of consent.
    ///
    /// @throws BadInput when name or birth date break a rule
    @Transactional
    public void introduce(UUID resident, String name, @Nullable LocalDate birthDate) {
        if (birthDate != null) {
            policy.requireBirthDate(birthDate);
        }
        profiles.save(resident,
                new Profile(policy.readName(name), birthDate, Profile.CHINESE, false, List.of()));
    }

    /// Oneself; empty for visitors, staff, and whoever was erased a moment ago.
    @Transactional(readOnly = true)
    Optional<Me> findMe() {
        return access.findCaller()
                .filter(Caller::isResident)
                .flatMap(caller -> residents.find(caller.subject().id()))
                .filter(resident -> !resident.isErased())
                .map(this::me);
    }

    /// @throws BadInput when what it would become breaks a rule
    @Transactional
    Me update(UnaryOperator<Profile> change) {
        UUID resident = lock();
        Profile before = profiles.get(resident);
        Profile after = change.apply(before);
        if (after.name() != null) {
            after = new Profile(policy.readName(after.name()), after.birthDate(), after.language(), after.careMode(),
                    after.accessibilityNeeds());
        }
        policy.requireChange(resident, before, after);
        profiles.save(resident, after);
        return me(residents.get(resident));
    }

    /// @throws BadInput CONSENT_REQUIRED, or when the home breaks a rule
    @Transactional
    Me save(Home home) {
        UUID resident = lock();
        policy.require(resident, home);
        homes.save(resident, home);
        return me(residents.get(resident));
    }

    @Transactional
    Me removeHome(boolean withdrawConsent) {
        UUID resident = lock();
        homes.delete(resident);
        if (withdrawConsent) {
            consents.withdraw(resident, Purpose.HOME, Decision.online(access.getCaller().subject()));
        }
        return me(residents.get(resident));
    }

    /// What is kept for a purpose goes with its consent: Personal Information Protection Law, article 47.
    @EventListener
    void forget(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.HOME) {
            homes.delete(withdrawn.resident());
        }
        if (withdrawn.purpose() == Purpose.ACCESSIBILITY) {
            Profile now = profiles.get(withdrawn.resident());
            if (!now.accessibilityNeeds().isEmpty()) {
                profiles.save(withdrawn.resident(),
                        new Profile(now.name(), now.birthDate(), now.language(), now.careMode(), List.of()));
            }
        }
    }

    /// Waits for whoever changes the same person, an erasure among them, and refuses the erased.
    private UUID lock() {
        UUID resident = access.getResident();
        residents.lock(resident);
        return resident;
    }

    private Me me(Resident resident) {
        return new Me(resident, profiles.get(resident.id()));
    }
}
