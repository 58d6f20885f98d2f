package cn.jinlin.api.booking.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import cn.jinlin.api.graphql.Languages;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Figures as a table for spreadsheet programs. What is hidden is empty.
final class FigureTable {

    /// So that spreadsheet programs take the file for UTF-8.
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> CHINESE = List.of("月份", "事项编号", "事项", "设施", "预约数", "办结数", "爽约数", "取消数",
            "名额使用率", "爽约率", "中位等候分钟", "中位提前天数", "有隐藏");
    private static final List<String> ENGLISH = List.of("month", "service_number", "service", "facility", "booked",
            "served", "missed", "cancelled", "use", "missed_share", "wait_minutes", "lead_days", "hidden");

    private FigureTable() {}

    static String write(List<FigureNode> figures, Locale locale) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter table = CSVFormat.EXCEL.print(text)) {
            table.printRecord(Languages.isEnglish(locale) ? ENGLISH : CHINESE);
            for (FigureNode each : figures) {
                table.printRecord(row(each, locale));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> row(FigureNode each, Locale locale) {
        return Arrays.asList(each.month().toString().substring(0, 7),
                each.service() == null ? "" : harmless(each.service().number()),
                each.service() == null ? "" : harmless(each.service().name(locale)),
                each.facility() == null
                        ? ""
                        : harmless(Languages.pick(locale, each.facility().name(), each.facility().nameEn())),
                number(each.booked()), number(each.served()), number(each.missed()), number(each.cancelled()),
                share(each.use()), share(each.missedShare()), number(each.waitMinutes()), number(each.leadDays()),
                each.hidden() ? "1" : "0");
    }

    private static String number(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }

    private static String share(@Nullable Double share) {
        return share == null ? "" : String.format(Locale.ROOT, "%.4f", share);
    }

    /// A text that a spreadsheet would run as a formula is shown as text.
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
