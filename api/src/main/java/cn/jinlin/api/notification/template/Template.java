package cn.jinlin.api.notification.template;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.notification.channel.NotificationChannel;
import org.jspecify.annotations.Nullable;

/// A kind of message and its wordings. A version that was used is never edited: a new one is added.
///
/// @param kind stable code, `domain.what`
/// @param urgent whether it is told at any hour
/// @param path in the portal where it is followed up; its places take what belongs into an address as it is: ids, numbers, secrets
/// @param addressOnly whether it is kept out of the portal's list, because having the address is what it proves
/// @param toWaitingAddress whether it goes to the address that is not yet confirmed
/// @param channels the ways it can take, and whether each is on for whoever chose nothing
public record Template(String kind, boolean urgent, @Nullable String path, boolean addressOnly,
        boolean toWaitingAddress,
        String zhName, String enName, Map<NotificationChannel, Boolean> channels, List<Version> versions) {

    /// @param places that values fill; one whose name ends with `At` takes an RFC 3339 instant
    public record Version(int version, Set<String> places, Wording zh, Wording en) {

        Wording in(Locale language) {
            return Languages.isEnglish(language) ? en : zh;
        }
    }

    /// What is said, with places in braces.
    ///
    /// @param title one line
    public record Wording(String title, String text) {}

    public String name(Locale language) {
        return Languages.pick(language, zhName, enName);
    }

    public Version newest() {
        return versions.stream().max(Comparator.comparingInt(Version::version)).orElseThrow();
    }

    Version get(int number) {
        return versions.stream().filter(version -> version.version() == number).findFirst().orElseThrow();
    }
}
