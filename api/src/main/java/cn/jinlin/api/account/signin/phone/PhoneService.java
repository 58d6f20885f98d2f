package cn.jinlin.api.account.signin.phone;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.account.signin.SignInLimits;
import cn.jinlin.api.account.signin.SignInMeansChanged;
import cn.jinlin.api.account.signin.passkey.PasskeyAnswer;
import cn.jinlin.api.account.signin.passkey.PasskeyRefusedException;
import cn.jinlin.api.account.signin.passkey.Passkeys;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The door to phone codes for whoever signs in, and for residents who change their number.
@Service
class PhoneService {

    private final PhoneCodes codes;
    private final SignInLimits limits;
    private final Residents residents;
    private final Passkeys passkeys;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PhoneService(PhoneCodes codes, SignInLimits limits, Residents residents, Passkeys passkeys, Access access,
            ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.codes = codes;
        this.limits = limits;
        this.residents = residents;
        this.passkeys = passkeys;
        this.access = access;
        this.events = events;
        this.transaction = transaction;
    }

    /// For anybody. Does not look whether the number has an account, so there is nothing to tell apart.
    CodeRequest requestSignIn(PhoneNumber phone, String address, Locale language) {
        return codes.request(Purpose.SIGN_IN, phone, PhoneCodes.NOBODY, address, language);
    }

    /// The number the caller has now; empty when they have none.
    Optional<PhoneNumber> findCurrent() {
        return Optional.ofNullable(residents.get(access.getResident()).phone());
    }

    /// Codes to the new and to the current number. What is refused for the new one is sent to neither.
    CodeRequest requestChange(PhoneNumber phone, String address, Locale language) {
        UUID resident = access.getResident();
        CodeRequest requested = codes.request(Purpose.NEW_PHONE, phone, resident, address, language);
        if (requested.refusal() == null) {
            findCurrent().ifPresent(
                    current -> codes.request(Purpose.CURRENT_PHONE, current, resident, address, language));
        }
        return requested;
    }

    /// @param currentPhoneCode a proof that the caller holds the current number; or null
    /// @param passkey a proof instead of it; or null
    /// @throws BadInput when a proof fails, or the number is another resident's
    void change(PhoneNumber phone, String code, @Nullable String currentPhoneCode, @Nullable PasskeyAnswer passkey,
            String address) {
        UUID resident = access.getResident();
        if (limits.countTry(phone, address).isPresent()) {
            throw new BadInput("input.code", "TOO_MANY_TRIES");
        }
        proveOwner(resident, currentPhoneCode, passkey);
        // Outside the transaction of the change: a try counts even where it is in vain.
        if (!codes.use(Purpose.NEW_PHONE, phone, resident, code)) {
            if (passkey == null) {
                findCurrent().ifPresent(current -> codes.giveBack(Purpose.CURRENT_PHONE, current, resident));
            }
            throw new BadInput("input.code", "WRONG_CODE");
        }
        boolean moved = transaction.execute(_ -> {
            boolean changed = residents.changePhone(resident, phone);
            if (changed) {
                events.publishEvent(new SignInMeansChanged(new Subject(Subject.Kind.RESIDENT, resident),
                        SignInMeansChanged.Change.PHONE_CHANGED));
            }
            return changed;
        });
        if (!moved) {
            // Told only to whoever holds that number: its code was right.
            throw new BadInput("input.phone", "PHONE_TAKEN");
        }
    }

    private void proveOwner(UUID resident, @Nullable String currentPhoneCode, @Nullable PasskeyAnswer passkey) {
        if (passkey != null) {
            try {
                passkeys.verify(new Subject(Subject.Kind.RESIDENT, resident), passkey);
            } catch (PasskeyRefusedException refused) {
                throw new BadInput("input.passkey", "WRONG_PASSKEY");
            }
            return;
        }
        PhoneNumber current = residents.get(resident).phone();
        if (currentPhoneCode == null || current == null) {
            throw new BadInput("input.currentPhoneCode", "SECOND_PROOF_NEEDED");
        }
        if (!codes.use(Purpose.CURRENT_PHONE, current, resident, currentPhoneCode)) {
            throw new BadInput("input.currentPhoneCode", "WRONG_CURRENT_CODE");
        }
    }
}
