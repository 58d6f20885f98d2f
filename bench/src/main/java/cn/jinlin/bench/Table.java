package cn.jinlin.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of ratios. It reports; it never judges, because machines differ.
final class Table {

    private static final String ROW = "| %-10s | %-42s | %12s | %12s | %8s | %-10s |%n";

    private final List<String> rows = new ArrayList<>();
    private final PrintStream out;
    private final String sizes;

    /// @param sizes what the first column counts
    Table(PrintStream out, String sizes) {
        this.out = out;
        this.sizes = sizes;
    }

    void add(int size, String what, String unit, Contest.Sides sides, String wanted) {
        row(size, what + " (" + unit + ")", number(sides.product()), number(sides.baseline()),
                String.format(Locale.ROOT, "%.2f", sides.ratio()), wanted);
    }

    /// A figure without a baseline.
    void add(int size, String what, String figure, String wanted) {
        row(size, what, figure, "", "", wanted);
    }

    private void row(int size, String what, String product, String baseline, String ratio, String wanted) {
        String row = String.format(Locale.ROOT, ROW, String.format(Locale.ROOT, "%,d", size), what, product, baseline,
                ratio, wanted);
        rows.add(row);
        out.print(row);
        out.flush();
    }

    void print() {
        out.println();
        out.print(String.format(Locale.ROOT, ROW, sizes, "measure", "product", "baseline", "ratio", "wanted"));
        out.print(String.format(Locale.ROOT, ROW, "---", "---", "---", "---", "---", "---"));
        rows.forEach(out::print);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
