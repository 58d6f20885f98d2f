package cn.jinlin.api.security.issuer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.IssuerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/// Who may sign people in: the portal and the mini-program, which can keep no secret, and the systems of the settings.
@Configuration(proxyBeanMethods = false)
class Clients {

    static final String PORTAL = "portal";
    private static final String MINI_PROGRAM = "mini-program";
    /// Staff do not work in the mini-program.
    private static final String OF_STAFF = "urn:jinlin:grant:staff";

    @Bean
    RegisteredClientRepository registeredClients(ObjectProvider<Grant> grants, IssuerSettings settings) {
        Set<String> all = grants.stream().map(Grant::type).collect(Collectors.toSet());
        Set<String> ofResidents = all.stream().filter(type -> !type.startsWith(OF_STAFF)).collect(Collectors.toSet());
        List<RegisteredClient> known = new ArrayList<>();
        known.add(client(PORTAL, null, all));
        known.add(client(MINI_PROGRAM, null, ofResidents));
        settings.clients().forEach(other -> known.add(client(other.id(), other.secret(), other.grants())));
        return new InMemoryRegisteredClientRepository(known);
    }

    private static RegisteredClient client(String id, @Nullable String secret, Collection<String> grants) {
        RegisteredClient.Builder client = RegisteredClient.withId(id)
                .clientId(id)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantTypes(
                        types -> grants.forEach(grant -> types.add(new AuthorizationGrantType(grant))));
        return secret == null
                ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
                : client.clientSecret(secret)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .build();
    }
}
