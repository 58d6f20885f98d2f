package cn.jinlin.api.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;

/// Who did something that the audit trail keeps. Never a name, only ids.
///
/// @param id of the account; for the kinds without one, what it was
/// @param actingFor id of the person in whose place it was done; null for oneself
public record Actor(String id, Kind kind, @Nullable String actingFor) {

    private static final int LONGEST = 100;

    /// @throws IllegalArgumentException when an id is empty or longer than 100 characters
    public Actor {
        if (id.isEmpty() || id.length() > LONGEST || (actingFor != null && actingFor.length() > LONGEST)) {
            throw new IllegalArgumentException("No id of an actor");
        }
    }

    public enum Kind {
        /// Acts for the district.
        ADMINISTRATOR,
        /// Acts for a unit.
        STAFF,
        /// Acts for themselves, or for another resident.
        RESIDENT,
        /// Came over the web and is not signed in.
        VISITOR,
        /// Whoever can run commands on the machine.
        OPERATOR,
        /// The service by itself, as planned work.
        SERVICE
    }

    /// Whoever is signed in on this thread, or a visitor; where nothing came over the web, the operator. Planned work says
    /// by itself that it is [Kind#SERVICE].
    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && !(authentication instanceof AnonymousAuthenticationToken)) {
            return new Actor(nameOf(authentication), kind(authentication), null);
        }
        return RequestContextHolder.getRequestAttributes() == null
                ? operator()
                : new Actor("visitor", Kind.VISITOR, null);
    }

    /// The command line.
    public static Actor operator() {
        return new Actor("command-line", Kind.OPERATOR, null);
    }

    /// A token of the command line speaks of nobody's account, but of whom the operator named.
    private static String nameOf(Authentication authentication) {
        String named = authentication instanceof JwtAuthenticationToken token
                ? token.getToken().getClaimAsString("name")
                : null;
        return named == null ? authentication.getName() : named;
    }

    private static Kind kind(Authentication authentication) {
        if (holds(authentication, "ROLE_DISTRICT_ADMIN")) {
            return Kind.ADMINISTRATOR;
        }
        return authentication.getName().startsWith("resident:") ? Kind.RESIDENT : Kind.STAFF;
    }

    private static boolean holds(Authentication authentication, String authority) {
        return authentication.getAuthorities().stream().anyMatch(held -> authority.equals(held.getAuthority()));
    }
}
