package cn.jinlin.api.facility;

import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// A facility as text, carried by the index so that a page of hits needs no further question to the record.
@Component
public class FacilityCards {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    FacilityCards(JsonMapper json) {
        this.reader = json.readerFor(Facility.class);
        this.writer = json.writerFor(Facility.class);
    }

    public String write(Facility facility) {
        return writer.writeValueAsString(facility);
    }

    Facility read(String card) {
        return reader.readValue(card);
    }
}
