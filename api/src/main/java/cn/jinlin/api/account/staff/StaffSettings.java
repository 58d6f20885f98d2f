package cn.jinlin.api.account.staff;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How staff come in.
///
/// @param localAccounts whether there are accounts with user name and password; a district with an identity provider may
/// do without
/// @param portal where the portal is, for links to it
/// @param invitationLife how long an invitation is good
/// @param firstLinkLife how long the link of the first administrator is good
/// @param announceFirstLink whether a service that starts without an administrator prints that link on its console
@ConfigurationProperties("jinlin.staff")
public record StaffSettings(@DefaultValue("true") boolean localAccounts,
        @DefaultValue("http://localhost:8080") URI portal, @DefaultValue("72h") Duration invitationLife,
        @DefaultValue("24h") Duration firstLinkLife, @DefaultValue("true") boolean announceFirstLink) {}
