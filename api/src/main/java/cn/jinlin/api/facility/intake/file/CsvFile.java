package cn.jinlin.api.facility.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A table with a header line, which may stand beneath a few title lines, as offices like to have them.
final class CsvFile implements RecordFile {

    private static final int TITLE_LINES = 10;
    private static final Set<Field> PLACE = EnumSet.of(Field.LAT, Field.LON, Field.COORDINATES);

    private final BoundedReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private List<Optional<Field>> columns = List.of();
    private final List<String> ignored = new ArrayList<>();
    private long lineOfLast = 1;

    CsvFile(TextFile text, Columns meaning) {
        reader = new BoundedReader(text.read());
        try {
            parser = CSVParser.builder()
                    .setReader(reader)
                    .setFormat(CSVFormat.DEFAULT.builder()
                            .setDelimiter(delimiter(text.start()))
                            .setIgnoreEmptyLines(false)
                            .setTrailingData(true)
                            .get())
                    .get();
        } catch (IOException e) {
            throw new IntakeRefused(Refusal.FILE_UNREADABLE, text.path().toString());
        }
        rows = parser.iterator();
        readHeader(meaning);
    }

    private static char delimiter(String start) {
        var line = start.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[]{'\t', ';', '|'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(each -> each == c).count();
    }

    private void readHeader(Columns meaning) {
        List<String> first = List.of();
        for (int line = 0; line < TITLE_LINES; line++) {
            Optional<CSVRecord> row = next();
            if (row.isEmpty()) {
                break;
            }
            List<String> cells = row.get().toList();
            first = first.isEmpty() ? cells : first;
            columns = meaning.list(cells);
            if (fields().contains(Field.NAME)) {
                check(cells, meaning);
                return;
            }
        }
        throw new IntakeRefused(Refusal.MISSING_COLUMN, Field.NAME.header(), brief(first),
                meaning.findMapped(Field.NAME).orElse(String.join("、", Headers.listFor(Field.NAME))));
    }

    private void check(List<String> header, Columns meaning) {
        for (int i = 0; i < header.size(); i++) {
            if (columns.get(i).isEmpty() && !header.get(i).isBlank()) {
                ignored.add(header.get(i).strip());
            }
        }
        meaning.mapping().forEach((theirs, field) -> {
            if (!fields().contains(field)) {
                throw new IntakeRefused(Refusal.MISSING_COLUMN, field.header(), brief(header), theirs);
            }
        });
        if (fields().stream().noneMatch(PLACE::contains)) {
            header.stream().filter(meaning::contradicts).findFirst().ifPresent(column -> {
                throw new IntakeRefused(Refusal.CRS_CONTRADICTED, meaning.declared(), column);
            });
        }
    }

    private static String brief(List<String> header) {
        var text = String.join(", ", header);
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    @Override
    public Set<Field> fields() {
        var fields = EnumSet.noneOf(Field.class);
        columns.forEach(column -> column.ifPresent(fields::add));
        return fields;
    }

    @Override
    public List<String> ignoredColumns() {
        return List.copyOf(ignored);
    }

    @Override
    public boolean mergesRepeatedIds() {
        return false;
    }

    @Override
    public void forEach(Consumer<RawRecord> taker) {
        long number = 0;
        for (Optional<CSVRecord> row = next(); row.isPresent(); row = next()) {
            var cells = row.get();
            if (StreamSupport.stream(cells.spliterator(), false).anyMatch(cell -> !cell.isBlank())) {
                taker.accept(record(lineOfLast, ++number, cells));
            }
        }
    }

    private Optional<CSVRecord> next() {
        try {
            lineOfLast = parser.getCurrentLineNumber() + 1;
            reader.startRecord(lineOfLast);
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new IntakeRefused(Refusal.BROKEN_CSV, lineOfLast);
        }
    }

    private RawRecord record(long line, long number, CSVRecord cells) {
        var values = new EnumMap<Field, String>(Field.class);
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            var cell = cells.get(i);
            columns.get(i).ifPresent(field -> RawRecord.join(values, field, cell));
        }
        String excess = "";
        for (int i = columns.size(); i < cells.size() && excess.isEmpty(); i++) {
            excess = cells.get(i).strip();
        }
        return new RawRecord(line, number, values, excess);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
