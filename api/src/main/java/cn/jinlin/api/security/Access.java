package cn.jinlin.api.security;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/// Asked by services before they act. Denies unless a rule says otherwise.
@Component
public class Access {

    private static final String PREFIX = "ROLE_";

    /// The one who asks, if signed in.
    public Optional<Caller> findCaller() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            return Optional.empty();
        }
        Set<Duty> duties = token.getAuthorities()
                .stream()
                .map(granted -> String.valueOf(granted.getAuthority()))
                .filter(granted -> granted.startsWith(PREFIX))
                .map(granted -> Duty.parse(granted.substring(PREFIX.length())))
                .collect(Collectors.toUnmodifiableSet());
        String session = token.getToken().getClaimAsString("sid");
        return Optional.of(new Caller(Subject.parse(String.valueOf(token.getToken().getSubject())),
                session == null ? null : UUID.fromString(session), duties));
    }

    /// @throws AccessDeniedException when nobody is signed in
    public Caller getCaller() {
        return findCaller().orElseThrow(() -> new AccessDeniedException("Needs a sign-in"));
    }

    /// The resident who asks, for what is their own.
    ///
    /// @throws AccessDeniedException unless a resident is signed in
    public UUID getResident() {
        Caller caller = getCaller();
        if (!caller.isResident()) {
            throw new AccessDeniedException("For residents");
        }
        return caller.subject().id();
    }

    /// @throws AccessDeniedException unless the caller holds that role, for the district or for any unit
    public void require(Role role) {
        if (findCaller().filter(caller -> caller.holds(role)).isEmpty()) {
            throw new AccessDeniedException("Needs " + role);
        }
    }

    /// @throws AccessDeniedException unless the caller holds that role for that unit
    public void require(Role role, UUID unit) {
        if (findCaller().filter(caller -> caller.holds(role, unit)).isEmpty()) {
            throw new AccessDeniedException("Needs " + role + " of the unit");
        }
    }
}
