package cn.jinlin.api.account.staff;

import java.util.Optional;

import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.notification.Recipient;
import cn.jinlin.api.notification.Recipients;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Component;

/// How members of staff can be reached: by the address they were invited with. Whoever is suspended gets nothing more.
@Component
class StaffRecipients implements Recipients {

    private final StaffMembers members;

    StaffRecipients(StaffMembers members) {
        this.members = members;
    }

    @Override
    public Optional<Recipient> find(Subject subject) {
        return subject.kind() == Subject.Kind.STAFF
                ? members.find(subject.id())
                        .filter(member -> member.state() != StaffState.SUSPENDED)
                        .map(member -> new Recipient(Languages.CHINESE, null, member.mail(), null))
                : Optional.empty();
    }
}
