package cn.jinlin.api.security.socket;

import cn.jinlin.api.security.web.PortalCookies;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("spring.graphql.websocket.path")
class SocketWiring {

    @Bean
    SocketSignIn socketSignIn(JwtDecoder tokens, PortalCookies cookies) {
        return new SocketSignIn(tokens, cookies);
    }

    @Bean
    OpenSockets openSockets(JwtDecoder tokens) {
        return new OpenSockets(tokens);
    }

    @Bean
    StreamSignIn streamSignIn(JwtDecoder tokens) {
        return new StreamSignIn(tokens);
    }

    @Bean
    GraphQlWebSocketHandler graphQlWebSocketHandler(WebGraphQlHandler answers, JsonMapper json,
            GraphQlProperties properties, OpenSockets sockets) {
        GraphQlProperties.Websocket times = properties.getWebsocket();
        return new GraphQlWebSocketHandler(answers, new JacksonJsonHttpMessageConverter(json),
                times.getConnectionInitTimeout(), times.getKeepAlive()) {

            @Override
            public void afterConnectionEstablished(WebSocketSession socket) {
                sockets.add(socket);
                super.afterConnectionEstablished(socket);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession socket, CloseStatus why) {
                sockets.remove(socket);
                super.afterConnectionClosed(socket, why);
            }
        };
    }
}
