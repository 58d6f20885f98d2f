package cn.jinlin.api.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Asked by services before they act. Denies unless a rule says otherwise.
@Component
public class Access {

    /// @throws AccessDeniedException unless the caller acts in that role
    public void require(Role role) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication.getAuthorities()
                        .stream()
                        .noneMatch(held -> ("ROLE_" + role).equals(held.getAuthority()))) {
            throw new AccessDeniedException("Needs " + role);
        }
    }
}
