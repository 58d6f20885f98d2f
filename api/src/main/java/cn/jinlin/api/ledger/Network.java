package cn.jinlin.api.ledger;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// The part of an address that tells where somebody was without telling who it was.
final class Network {

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private Network() {}

    /// The network of an address as `203.0.113.0/24` or `2001:db8:1:0:0:0:0:0/48`; null when the text is no address.
    static @Nullable String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            int kept = parsed instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
            byte[] bytes = parsed.getAddress();
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return null;
        }
    }
}
