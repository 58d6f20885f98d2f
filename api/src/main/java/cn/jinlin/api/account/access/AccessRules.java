package cn.jinlin.api.account.access;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much a member of staff may look at, and how long that is remembered.
///
/// @param findsPerDay numbers one may look for in 24 hours, found or not
/// @param revealsPerDay residents one may unmask in 24 hours
/// @param foundFor how long a desk has to do with a person after finding them
/// @param recordsKept at least six months: Cybersecurity Law, article 21
@ConfigurationProperties("jinlin.resident-access")
record AccessRules(
        @DefaultValue("200") int findsPerDay,
        @DefaultValue("60") int revealsPerDay,
        @DefaultValue("24h") Duration foundFor,
        @DefaultValue("1095d") Duration recordsKept) {

    private static final Duration SIX_MONTHS = Duration.ofDays(184);

    AccessRules {
        if (recordsKept.compareTo(SIX_MONTHS) < 0) {
            throw new IllegalArgumentException(
                    "jinlin.resident-access.records-kept must not be shorter than six months, which is 184d");
        }
    }
}
