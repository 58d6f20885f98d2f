package cn.jinlin.api.facility.intake.file;

import java.util.Set;

import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import org.springframework.modulith.NamedInterface;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Walks a JSON file record by record: the elements of an array at the top, or of the first array of a wanted name in
/// the object at the top, or that object itself.
@NamedInterface("intake")
public final class JsonRecords implements AutoCloseable {

    /// Takes one record.
    @FunctionalInterface
    public interface Taker {
        void take(long line, String array, JsonNode record);
    }

    private final BoundedReader reader;
    private final JsonParser parser;
    private final Set<String> arrays;

    /// @param arrays names of the arrays whose elements are records
    public JsonRecords(TextFile text, Set<String> arrays) {
        this.arrays = arrays;
        reader = new BoundedReader(text.read());
        parser = JsonMapper.shared().createParser(reader);
    }

    /// @throws IntakeRefused when the file breaks off or is no JSON
    public void forEach(Taker taker) {
        try {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                elements("", taker);
            } else if (first == JsonToken.START_OBJECT) {
                topObject(taker);
            } else {
                throw new IntakeRefused(Refusal.BROKEN_JSON, 1, 1);
            }
            if (parser.nextToken() != null) {
                throw broken();
            }
        } catch (UnexpectedEndOfInputException e) {
            throw new IntakeRefused(Refusal.TRUNCATED_JSON, parser.currentLocation().getLineNr());
        } catch (JacksonException e) {
            throw broken();
        }
    }

    private IntakeRefused broken() {
        var at = parser.currentLocation();
        return new IntakeRefused(Refusal.BROKEN_JSON, at.getLineNr(), at.getColumnNr());
    }

    private void elements(String array, Taker taker) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw broken();
            }
            long line = parser.currentTokenLocation().getLineNr();
            reader.startRecord(line);
            taker.take(line, array, parser.readValueAsTree());
        }
    }

    private void topObject(Taker taker) {
        long line = parser.currentTokenLocation().getLineNr();
        var rest = JsonMapper.shared().createObjectNode();
        boolean found = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && arrays.contains(name)) {
                elements(name, taker);
                found = true;
            } else {
                rest.set(name, parser.<JsonNode>readValueAsTree());
            }
        }
        if (!found) {
            taker.take(line, "", rest);
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
