package cn.jinlin.search.facility;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bodies to and from Elasticsearch.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private Json() {}

    static byte[] bytes(Map<String, Object> object) {
        return MAPPER.writeValueAsBytes(object);
    }

    static JsonNode read(InputStream body) {
        return MAPPER.readTree(body);
    }

    /// Writes one value and leaves the stream open.
    static JsonGenerator generator(OutputStream into) {
        return MAPPER.createGenerator(into);
    }
}
