package cn.jinlin.search.facility;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What somebody who typed a query wanted, as grades of facilities: 3 asked for, 2 would do, 1 related, 0 not.
record Judgement(List<Grade> grades) {

    static final int ASKED_FOR = 3;

    private record Grade(int value, Predicate<FacilityDocument> selector) {}

    /// @param text for example `3 cat:HLT-C & name~凌云;1 cat:HLT-C`
    static Judgement of(String text) {
        return new Judgement(Stream.of(text.split(";"))
                .map(part -> new Grade(part.charAt(0) - '0', selector(part.substring(2))))
                .toList());
    }

    int grade(FacilityDocument document) {
        return grades.stream().filter(grade -> grade.selector.test(document)).mapToInt(Grade::value).max().orElse(0);
    }

    private static Predicate<FacilityDocument> selector(String text) {
        return Stream.of(text.split(" & ")).map(Judgement::term).reduce(Predicate::and).orElseThrow();
    }

    private static Predicate<FacilityDocument> term(String term) {
        int sign = term.indexOf('~') < 0 ? term.indexOf(':') : term.indexOf('~');
        String value = term.substring(sign + 1);
        return switch (term.substring(0, sign + 1)) {
            case "name:" -> document -> document.name().equals(value);
            case "name~" -> document -> document.name().contains(value);
            case "cat:" -> document -> document.category().equals(value);
            case "addr:" -> document -> document.address().equals(value);
            case "addr~" -> document -> document.address().contains(value);
            case "in~" -> document -> (document.name() + " " + document.address() + " " + document.subdistrictName())
                    .contains(value);
            case "svc~" -> document -> document.services().stream().anyMatch(service -> service.contains(value));
            default -> throw new IllegalArgumentException("Unknown selector: " + term);
        };
    }
}
