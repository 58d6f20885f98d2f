package cn.jinlin.api.account.family;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of acting for another.
///
/// @param mostActedFor how many people one may act for, children included
/// @param mostProxies how many may act for one person, open invitations included
/// @param invitationsPerDay that one person may send in 24 hours, answered or not
/// @param answerWithin how long an invitation is open
/// @param endedKept how long it is remembered who could act for whom: Civil Code, article 188
@ConfigurationProperties("jinlin.family")
record FamilyRules(
        @DefaultValue("10") int mostActedFor,
        @DefaultValue("5") int mostProxies,
        @DefaultValue("5") int invitationsPerDay,
        @DefaultValue("7d") Duration answerWithin,
        @DefaultValue("1095d") Duration endedKept) {}
