package cn.jinlin.api.circle.coverage.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import cn.jinlin.api.facility.intake.file.BoundedReader;
import cn.jinlin.api.facility.intake.file.TextFile;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.region.CoordinateSystem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A table of homes with a header line.
final class HomeFile implements AutoCloseable {

    private static final List<HomeColumn> REQUIRED = List.of(HomeColumn.ID, HomeColumn.LAT, HomeColumn.LON,
            HomeColumn.RESIDENTS);

    private final BoundedReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final Map<HomeColumn, Integer> places = new EnumMap<>(HomeColumn.class);
    private final List<String> ignored = new ArrayList<>();
    private int width;
    private long lineOfLast = 1;

    private HomeFile(BoundedReader reader, CSVParser parser) {
        this.reader = reader;
        this.parser = parser;
        rows = parser.iterator();
    }

    /// A row as it stands.
    ///
    /// @param line where it begins, from 1
    /// @param number which row it is, from 1
    /// @param excess a cell behind the last column, empty when there is none
    record Row(long line, long number, Map<HomeColumn, String> cells, String excess) {

        String get(HomeColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    static HomeFile open(Path path, CoordinateSystem declared) {
        TextFile text = TextFile.open(path);
        var reader = new BoundedReader(text.read());
        HomeFile file;
        try {
            file = new HomeFile(reader, CSVParser.builder()
                    .setReader(reader)
                    .setFormat(CSVFormat.DEFAULT.builder()
                            .setDelimiter(delimiter(text.start()))
                            .setIgnoreEmptyLines(false)
                            .setTrailingData(true)
                            .get())
                    .get());
        } catch (IOException e) {
            throw new IntakeRefused(Refusal.FILE_UNREADABLE, path.toString());
        }
        file.readHeader(declared);
        return file;
    }

    private static char delimiter(String start) {
        String line = start.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[]{'\t', ';'}) {
            char other = candidate;
            char known = best;
            if (line.chars().filter(c -> c == other).count() > line.chars().filter(c -> c == known).count()) {
                best = candidate;
            }
        }
        return best;
    }

    private void readHeader(CoordinateSystem declared) {
        Optional<CSVRecord> first = next();
        while (first.filter(HomeFile::isBlank).isPresent()) {
            first = next();
        }
        CSVRecord header = first.orElseThrow(() -> new IntakeRefused(Refusal.EMPTY_FILE));
        width = header.size();
        for (int i = 0; i < width; i++) {
            String name = header.get(i);
            Optional<HomeColumn> column = HomeColumn.find(name).filter(found -> !places.containsKey(found));
            boolean isPlace = column.filter(found -> found == HomeColumn.LAT || found == HomeColumn.LON).isPresent();
            if (isPlace && HomeColumn.system(name).filter(system -> system != declared).isPresent()) {
                throw new IntakeRefused(Refusal.CRS_CONTRADICTED, declared, name);
            }
            int place = i;
            column.ifPresent(found -> places.put(found, place));
            if (column.isEmpty() && !name.isBlank()) {
                ignored.add(name.strip());
            }
        }
        for (HomeColumn column : REQUIRED) {
            if (!places.containsKey(column)) {
                String all = String.join(", ", header);
                throw new IntakeRefused(Refusal.MISSING_COLUMN, column.header(),
                        all.length() <= 200 ? all : all.substring(0, 200) + "…", column.names());
            }
        }
    }

    List<String> ignoredColumns() {
        return List.copyOf(ignored);
    }

    void forEach(Consumer<Row> taker) {
        long number = 0;
        for (Optional<CSVRecord> row = next(); row.isPresent(); row = next()) {
            CSVRecord cells = row.get();
            if (!isBlank(cells)) {
                taker.accept(row(++number, cells));
            }
        }
    }

    private static boolean isBlank(CSVRecord cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private Row row(long number, CSVRecord cells) {
        Map<HomeColumn, String> values = new EnumMap<>(HomeColumn.class);
        places.forEach((column, place) -> {
            if (place < cells.size()) {
                values.put(column, cells.get(place).strip());
            }
        });
        String excess = "";
        for (int i = width; i < cells.size() && excess.isEmpty(); i++) {
            excess = cells.get(i).strip();
        }
        return new Row(lineOfLast, number, values, excess);
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

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
