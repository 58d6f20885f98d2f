package cn.jinlin.api.account.staff.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// An identity provider with keys of its own, which checks PKCE and can be made to err in one claim.
final class StandInProvider implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> requests = new ConcurrentHashMap<>();
    private volatile Consumer<JWTClaimsSet.Builder> error = _ -> {};
    private volatile RSAKey signing;
    private volatile Instant now = Instant.EPOCH;
    private volatile String subject = "u-1001";

    StandInProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("provider").generate();
            signing = key;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer())));
        server.createContext("/jwks",
                exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// From now on everything is as it should be, for this person at this time.
    void serve(String subject, Instant now) {
        this.subject = subject;
        this.now = now;
        error = _ -> {};
        signing = key;
    }

    void err(Consumer<JWTClaimsSet.Builder> error) {
        this.error = error;
    }

    /// Signs with a key that is not published.
    void signWrongly() {
        try {
            signing = new RSAKeyGenerator(2048).keyID("provider").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The person signs in at the provider.
    ///
    /// @return the code that the browser brings back
    String signIn(String authorizationUrl) {
        Map<String, String> request = parameters(authorizationUrl.substring(authorizationUrl.indexOf('?') + 1));
        String code = "code-" + requests.size();
        requests.put(code, request);
        return code;
    }

    static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = parameters(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> request = requests.remove(form.getOrDefault("code", ""));
        if (request == null
                || !Objects.equals(request.get("code_challenge"), hash(form.getOrDefault("code_verifier", "")))
                || !Objects.equals(request.get("redirect_uri"), form.get("redirect_uri"))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        var claims = new JWTClaimsSet.Builder().issuer(issuer())
                .subject(subject)
                .audience("jinlin")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", request.get("nonce"))
                .claim("name", "王芳");
        error.accept(claims);
        try {
            var idToken = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("provider").build(),
                    claims.build());
            idToken.sign(new RSASSASigner(signing));
            answer(exchange, 200, "{\"access_token\": \"unused\", \"token_type\": \"Bearer\", \"expires_in\": 300, "
                    + "\"id_token\": \"" + idToken.serialize() + "\"}");
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
