package cn.jinlin.api.notification;

import java.util.Optional;

import cn.jinlin.api.security.Subject;

/// Answers for people; each domain that has accounts has one. Asked just before a message goes out, so that what was
/// withdrawn or changed meanwhile counts.
public interface Recipients {

    /// Empty for whoever is not among these, is suspended, or was erased.
    Optional<Recipient> find(Subject subject);
}
