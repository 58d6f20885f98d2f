package cn.jinlin.api.security.socket;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/// The sockets of this node. Once a second those are closed whose token has expired or whose session ended; a client with a
/// new token opens another.
class OpenSockets {

    private static final Logger log = LoggerFactory.getLogger(OpenSockets.class);
    private static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "Unauthorized");
    private static final CloseStatus LATER = CloseStatus.SERVICE_OVERLOAD;

    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();
    private final JwtDecoder tokens;

    OpenSockets(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    void add(WebSocketSession socket) {
        open.put(socket.getId(), socket);
    }

    void remove(WebSocketSession socket) {
        open.remove(socket.getId());
    }

    @Scheduled(fixedDelayString = "PT1S")
    void closeOver() {
        open.values().forEach(socket -> {
            if (socket.getAttributes().get(SocketSignIn.TOKEN) instanceof String token) {
                closeIfOver(socket, token);
            }
        });
    }

    private void closeIfOver(WebSocketSession socket, String token) {
        try {
            tokens.decode(token);
        } catch (JwtException over) {
            close(socket, UNAUTHORIZED);
        } catch (AuthenticationException recordAway) {
            close(socket, LATER);
        }
    }

    private void close(WebSocketSession socket, CloseStatus why) {
        remove(socket);
        try {
            socket.close(why);
        } catch (IOException gone) {
            log.debug("A socket was gone before it was closed", gone);
        }
    }
}
