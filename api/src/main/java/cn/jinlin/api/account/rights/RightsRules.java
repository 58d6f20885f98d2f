package cn.jinlin.api.account.rights;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the rights over one's own data are served.
///
/// @param coolingOff between asking for erasure and the erasure
/// @param freshSignIn how old a sign-in may be for an erasure at once
/// @param exportKept how long a finished copy waits to be taken
/// @param exportsPerDay copies one may ask for in 24 hours
/// @param lease after which another node takes over what one began and did not finish
/// @param attempts after which a copy is given up; an erasure never is
@ConfigurationProperties("jinlin.personal-rights")
record RightsRules(
        @DefaultValue("72h") Duration coolingOff,
        @DefaultValue("10m") Duration freshSignIn,
        @DefaultValue("24h") Duration exportKept,
        @DefaultValue("5") int exportsPerDay,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("5") int attempts) {}
