package cn.jinlin.api.account.resident;

import java.util.Optional;

import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.notification.Recipient;
import cn.jinlin.api.notification.Recipients;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Component;

/// How residents can be reached.
@Component
class ResidentRecipients implements Recipients {

    private final Residents residents;

    ResidentRecipients(Residents residents) {
        this.residents = residents;
    }

    @Override
    public Optional<Recipient> find(Subject subject) {
        return subject.kind() == Subject.Kind.RESIDENT
                ? residents.find(subject.id())
                        .filter(resident -> !resident.isErased())
                        .map(resident -> new Recipient(Languages.CHINESE, resident.phone(), null, null))
                : Optional.empty();
    }
}
