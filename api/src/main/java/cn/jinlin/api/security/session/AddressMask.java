package cn.jinlin.api.security.session;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Addresses without their end: enough to recognise one's own network, too little to find a home.
final class AddressMask {

    private static final int KEPT = 2;

    private AddressMask() {}

    /// `203.0.113.7` becomes `203.0.*.*`, `2001:db8:1::7` becomes `2001:db8:*`.
    static String of(String address) {
        if (address.contains(":")) {
            return first(address.split(":"), ":") + ":*";
        }
        String[] parts = address.split("\\.");
        return parts.length == 4 ? first(parts, ".") + ".*.*" : "*";
    }

    private static String first(String[] parts, String between) {
        return Arrays.stream(parts).limit(KEPT).collect(Collectors.joining(between));
    }
}
