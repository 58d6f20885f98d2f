package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.search.GeoPoint;

/// What the judged queries are asked of: the demo district, and among it institutions with long official names.
final class JudgedCorpus {

    private static final long FIRST_INSTITUTION = 1_000_000;

    private static final OpeningTimes OFFICE_HOURS = new OpeningTimes(IntStream.range(0, 5)
            .map(day -> day * OpeningTimes.MINUTES_PER_KIND)
            .mapToObj(start -> new OpeningTimes.Span(start + 9 * 60, start + 17 * 60, null, null))
            .toList(), List.of(),
            List.of());

    private JudgedCorpus() {}

    static List<FacilityDocument> list() {
        List<FacilityDocument> documents = new ArrayList<>(
                DemoDocuments.of(DemoDistrict.DEFAULT_FACILITIES).toList());
        List<List<String>> rows = TestTable.read("/judged/institutions.tsv");
        for (int i = 0; i < rows.size(); i++) {
            documents.add(institution(FIRST_INSTITUTION + i, rows.get(i)));
        }
        return documents;
    }

    private static FacilityDocument institution(long id, List<String> row) {
        String category = row.get(3);
        String nameEn = row.get(1).isEmpty() ? null : row.get(1);
        GeoPoint location = new GeoPoint(Double.parseDouble(row.get(6)), Double.parseDouble(row.get(7)));
        return new FacilityDocument(id, 1, row.getFirst(), nameEn, parts(row.get(2)), category,
                CategoryNames.of(category), row.get(4), row.get(4), row.get(5), null, location, null,
                List.of("EVERYONE"), List.of(), List.of(), parts(row.get(8)),
                OFFICE_HOURS, "{}");
    }

    private static List<String> parts(String cell) {
        return Stream.of(cell.split("\\|")).filter(part -> !part.isEmpty()).toList();
    }
}
