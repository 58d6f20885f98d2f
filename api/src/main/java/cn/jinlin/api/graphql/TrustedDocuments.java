package cn.jinlin.api.graphql;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The documents the product's own clients send, by SHA-256. They come with the clients' builds as
/// `META-INF/jinlin/persisted-documents.json`: one JSON object from hash to document.
@Component
class TrustedDocuments {

    private final Map<String, String> documents;

    TrustedDocuments(JsonMapper json) throws IOException {
        var found = new HashMap<String, String>();
        for (var file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/jinlin/persisted-documents.json")) {
            try (var stream = file.getInputStream()) {
                found.putAll(json.readValue(stream, new TypeReference<Map<String, String>>() {
                }));
            }
        }
        documents = Map.copyOf(found);
    }

    Optional<String> find(String sha256) {
        return Optional.ofNullable(documents.get(sha256));
    }

    boolean contains(String document) {
        return documents.containsValue(document);
    }
}
