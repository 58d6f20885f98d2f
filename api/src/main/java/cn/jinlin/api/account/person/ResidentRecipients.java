package cn.jinlin.api.account.person;

import java.util.Locale;
import java.util.Optional;

import cn.jinlin.api.account.consent.Consents;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.notification.Recipient;
import cn.jinlin.api.notification.Recipients;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Component;

/// How residents can be reached: in their own language, on their phone only with their consent.
@Component
class ResidentRecipients implements Recipients {

    private final Residents residents;
    private final Profiles profiles;
    private final Consents consents;

    ResidentRecipients(Residents residents, Profiles profiles, Consents consents) {
        this.residents = residents;
        this.profiles = profiles;
        this.consents = consents;
    }

    @Override
    public Optional<Recipient> find(Subject subject) {
        return subject.kind() == Subject.Kind.RESIDENT
                ? residents.find(subject.id()).filter(resident -> !resident.isErased()).map(this::reach)
                : Optional.empty();
    }

    private Recipient reach(Resident resident) {
        boolean wantsMessages = consents.isGiven(resident.id(), Purpose.NOTIFY_SMS);
        return new Recipient(Locale.forLanguageTag(profiles.get(resident.id()).language()),
                wantsMessages ? resident.phone() : null, null, null);
    }
}
