package cn.jinlin.search.facility;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import tools.jackson.core.JsonGenerator;

/// The body of a bulk request. Each write carries the record's version, so an older one never overwrites a newer.
final class BulkBody {

    private static final int USUAL_BYTES = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);

    void put(String index, FacilityDocument document) {
        action("index", index, document.id(), document.version());
        try (JsonGenerator json = Json.generator(bytes)) {
            DocumentJson.write(document, json);
        }
        bytes.write('\n');
    }

    void remove(String index, long id, long version) {
        action("delete", index, id, version);
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void action(String action, String index, long id, long version) {
        bytes.writeBytes(("{\"" + action + "\":{\"_index\":\"" + index + "\",\"_id\":\"" + id + "\",\"version\":"
                + version + ",\"version_type\":\"external_gte\"}}\n").getBytes(StandardCharsets.UTF_8));
    }
}
