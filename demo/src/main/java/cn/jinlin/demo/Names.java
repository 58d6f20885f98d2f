package cn.jinlin.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What places of the district may be called.
record Names(List<Name> subdistricts, List<Name> arteries, List<Name> heads, List<Name> tails, List<Name> estates) {

    /// A Chinese name and its romanised form.
    record Name(String zh, String en) {}

    private record Line(String group, Name name) {}

    static Names load() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Names.class.getResourceAsStream("names.tsv")), StandardCharsets.UTF_8))) {
            Map<String, List<Name>> groups = in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Line(cells[0], new Name(cells[1], cells[2])))
                    .collect(Collectors.groupingBy(Line::group, Collectors.mapping(Line::name, Collectors.toList())));
            return new Names(group(groups, "sub"), group(groups, "artery"), group(groups, "head"),
                    group(groups, "tail"),
                    group(groups, "estate"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Name> group(Map<String, List<Name>> groups, String group) {
        return List.copyOf(Objects.requireNonNull(groups.get(group)));
    }

    /// Every head with every tail: 莘 and 建 give 莘建, Xinjian.
    List<Name> compounds() {
        var all = new ArrayList<Name>();
        for (Name head : heads) {
            for (Name tail : tails) {
                var en = head.en() + tail.en();
                all.add(new Name(head.zh() + tail.zh(), en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1)));
            }
        }
        return all;
    }
}
