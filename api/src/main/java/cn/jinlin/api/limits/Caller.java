package cn.jinlin.api.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Whose tokens are taken: an account's, or an address's.
///
/// @param key of the bucket
record Caller(String key) {

    /// A household or a telephone has a whole /64 of IPv6.
    private static final int IPV6_BYTES = 8;

    /// Whoever is signed in on this thread, otherwise the address its request comes from.
    static Optional<Caller> find() {
        Optional<Caller> person = person();
        return person.isPresent()
                ? person
                : RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                        ? Optional.of(at(web.getRequest().getRemoteAddr()))
                        : Optional.empty();
    }

    private static Optional<Caller> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(new Caller("person " + authentication.getName()));
    }

    /// @param address as the server names the other end, or as a trusted proxy told it
    static Caller at(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            byte[] bytes = parsed.getAddress();
            return new Caller("address " + HexFormat.of()
                    .formatHex(parsed instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_BYTES) : bytes));
        } catch (IllegalArgumentException noAddress) {
            // What cannot be told apart shares one bucket.
            return new Caller("address unknown");
        }
    }
}
