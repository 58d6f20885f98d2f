package cn.jinlin.api.security.session;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import cn.jinlin.api.security.web.PortalCookies;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// One's own sign-ins. Nobody, of whatever role, sees or ends another's here.
@Controller
class SessionController {

    private static final String TYPE = "Session";

    private final SessionService sessions;
    private final Access access;
    private final PortalCookies cookies;
    private final Messages messages;

    SessionController(SessionService sessions, Access access, PortalCookies cookies, Messages messages) {
        this.sessions = sessions;
        this.access = access;
        this.cookies = cookies;
        this.messages = messages;
    }

    record SessionView(String id, String device, String client, String address, Instant createdAt,
            Instant lastSeenAt, boolean current) {}

    record EndSessionInput(String id) {}

    record SessionPayload(@Nullable String sessionId, List<UserError> userErrors) {}

    record SignOutEverywherePayload(int ended, List<UserError> userErrors) {}

    @QueryMapping
    List<SessionView> mySessions() {
        Caller caller = access.getCaller();
        return sessions.listOpen(caller.subject())
                .stream()
                .map(session -> new SessionView(GlobalId.of(TYPE, session.id()), session.device(), session.client(),
                        session.address(), session.createdAt(), session.lastSeenAt(),
                        session.id().equals(caller.session())))
                .toList();
    }

    @MutationMapping
    SessionPayload signOut() {
        UUID session = access.getCaller().session();
        clearCookies();
        if (session == null) {
            return new SessionPayload(null, List.of());
        }
        sessions.signOut(session);
        return new SessionPayload(GlobalId.of(TYPE, session), List.of());
    }

    @MutationMapping
    SessionPayload endSession(@Argument EndSessionInput input, Locale locale) {
        Caller caller = access.getCaller();
        Optional<UUID> session = GlobalId.findUuid(TYPE, input.id()).filter(id -> sessions.end(id, caller.subject()));
        if (session.isEmpty()) {
            return new SessionPayload(null, List.of(new UserError("SESSION_NOT_FOUND",
                    messages.get("SESSION_NOT_FOUND", locale), List.of("input", "id"))));
        }
        if (session.get().equals(caller.session())) {
            clearCookies();
        }
        return new SessionPayload(input.id(), List.of());
    }

    @MutationMapping
    SignOutEverywherePayload signOutEverywhere() {
        Caller caller = access.getCaller();
        clearCookies();
        return new SignOutEverywherePayload(sessions.signOutEverywhere(caller.subject()), List.of());
    }

    /// Whoever asked by another way than HTTP, or without cookies, loses none by it.
    private void clearCookies() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getResponse() != null) {
            cookies.clear(request.getResponse());
        }
    }
}
