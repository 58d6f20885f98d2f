package cn.jinlin.api.facility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// A facility as text, carried by the index so that a page of hits needs no further question to the record.
@Component
public class FacilityCards {

    private static final int REMEMBERED = 4_000;

    private final ObjectReader reader;
    private final ObjectWriter writer;
    /// The same few facilities lead many searches: reading their cards again each time would be most of the work.
    private final Cache<String, Facility> read = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    FacilityCards(JsonMapper json) {
        this.reader = json.readerFor(Facility.class);
        this.writer = json.writerFor(Facility.class);
    }

    public String write(Facility facility) {
        return writer.writeValueAsString(facility);
    }

    Facility read(String card) {
        Facility known = read.getIfPresent(card);
        if (known != null) {
            return known;
        }
        Facility facility = reader.readValue(card);
        read.put(card, facility);
        return facility;
    }
}
