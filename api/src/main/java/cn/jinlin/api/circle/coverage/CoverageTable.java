package cn.jinlin.api.circle.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import cn.jinlin.api.circle.coverage.Coverage.NeighbourhoodCoverage;
import cn.jinlin.api.graphql.Languages;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Coverage as a table for spreadsheet programs: a row for each neighbourhood, worst first.
final class CoverageTable {

    /// So that spreadsheet programs take the file for UTF-8.
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> CHINESE = List.of("街镇代码", "街镇", "居村委代码", "居村委", "居民数", "承诺步行分钟", "步行达标居民数",
            "步行达标率",
            "标准步行米数", "米数达标居民数", "米数达标率", "中位步行分钟", "一小时内无设施居民数");
    private static final List<String> ENGLISH = List.of("subdistrict_code", "subdistrict", "neighbourhood_code",
            "neighbourhood", "residents", "promise_minutes", "residents_within", "share", "standard_metres",
            "residents_within_metres", "share_within_metres", "median_minutes", "residents_without");

    private CoverageTable() {}

    static String write(Coverage coverage, Locale locale) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter table = CSVFormat.EXCEL.print(text)) {
            table.printRecord(Languages.isEnglish(locale) ? ENGLISH : CHINESE);
            for (NeighbourhoodCoverage each : coverage.worstFirst()) {
                table.printRecord(row(each, locale));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(NeighbourhoodCoverage each, Locale locale) {
        CoverageSummary summary = each.summary();
        return Arrays.asList(harmless(each.subdistrict().code()),
                harmless(Languages.pick(locale, each.subdistrict().name(), each.subdistrict().nameEn())),
                harmless(each.neighbourhood().code()),
                harmless(Languages.pick(locale, each.neighbourhood().name(), each.neighbourhood().nameEn())),
                Integer.toString(summary.residents()), Integer.toString(summary.promiseMinutes()),
                Integer.toString(summary.residentsWithin()), share(summary.share()),
                Integer.toString(summary.standardMetres()), Integer.toString(summary.residentsWithinMetres()),
                share(summary.shareWithinMetres()),
                summary.medianMinutes() == null ? "" : String.valueOf(summary.medianMinutes()),
                Integer.toString(summary.residentsWithout()));
    }

    private static String share(@Nullable Double share) {
        return share == null ? "" : String.format(Locale.ROOT, "%.4f", share);
    }

    /// A text that a spreadsheet would run as a formula is shown as text.
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
