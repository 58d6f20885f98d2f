package cn.jinlin.api.facility.intake.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.region.CoordinateSystem;
import org.jspecify.annotations.Nullable;

/// Which column holds which field: by the operator's mapping first, by what columns are usually called otherwise.
///
/// @param mapping folded header to field
/// @param declared the coordinate system the operator declared
public record Columns(Map<String, Field> mapping, CoordinateSystem declared) {

    private static final Set<Field> PLACE = EnumSet.of(Field.LAT, Field.LON, Field.COORDINATES);

    /// @param file properties: our field = their header; null for none
    /// @throws IntakeRefused when the mapping names a field that is none of ours
    public static Columns of(@Nullable Path file, CoordinateSystem declared) {
        var mapping = new HashMap<String, Field>();
        if (file != null) {
            var table = new Properties();
            try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
                table.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new IntakeRefused(Refusal.FILE_UNREADABLE, file.toString());
            }
            for (String name : table.stringPropertyNames()) {
                mapping.put(Headers.fold(table.getProperty(name)), field(name));
            }
        }
        return new Columns(Map.copyOf(mapping), declared);
    }

    private static Field field(String name) {
        for (Field field : Field.values()) {
            if (field.header().equals(Headers.fold(name))) {
                return field;
            }
        }
        throw new IntakeRefused(Refusal.BAD_MAPPING, name);
    }

    /// The field a column holds; empty when it means nothing to us, or is a place in another system than the declared.
    Optional<Field> find(String header) {
        var mapped = Optional.ofNullable(mapping.get(Headers.fold(header)));
        // A mapping is the operator's word on a field: no other column may add to it by guess.
        return mapped.or(() -> Headers.find(header)
                .filter(meaning -> !mapping.containsValue(meaning.field()))
                .filter(meaning -> !contradicts(meaning))
                .map(Headers.Meaning::field));
    }

    /// The fields of a header line, column by column. Where a field has no column by its usual names, the first that
    /// ends like one is it.
    List<Optional<Field>> list(List<String> header) {
        var columns = new ArrayList<Optional<Field>>();
        header.forEach(cell -> columns.add(find(cell)));
        for (int i = 0; i < header.size(); i++) {
            if (columns.get(i).isEmpty() && !contradicts(header.get(i))) {
                columns.set(i,
                        Headers.findByEnding(header.get(i)).filter(field -> !columns.contains(Optional.of(field))));
            }
        }
        return List.copyOf(columns);
    }

    /// What the operator's mapping calls a field.
    Optional<String> findMapped(Field field) {
        return mapping.entrySet()
                .stream()
                .filter(entry -> entry.getValue() == field)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// True for a column that holds a place in a system other than the declared one.
    boolean contradicts(String header) {
        return Headers.find(header).filter(this::contradicts).isPresent();
    }

    private boolean contradicts(Headers.Meaning meaning) {
        return PLACE.contains(meaning.field()) && meaning.system().filter(system -> system != declared).isPresent();
    }
}
