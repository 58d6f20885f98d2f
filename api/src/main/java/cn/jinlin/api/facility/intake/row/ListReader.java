package cn.jinlin.api.facility.intake.row;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import cn.jinlin.api.facility.intake.file.Field;
import cn.jinlin.api.facility.intake.report.CleanText;
import cn.jinlin.api.facility.intake.report.Code;

/// Reads the cells of a record that hold lists.
final class ListReader {

    private static final int OTHER_NAMES = 20;
    private static final int PHONES = 20;
    private static final int SERVICES = 100;
    private static final int LANGUAGES = 20;
    private static final int LONGEST_ITEM = 120;
    private static final Pattern SEPARATOR = Pattern.compile("[;；、\\n]+|(?<!\\d)[,，]|[,，](?!\\d)");
    private static final Pattern PHONE_SEPARATOR = Pattern.compile("[;；,，、/\\n]+|\\s+(?=1\\d{10}$|\\d{3,4}-)");
    private static final Pattern PHONE = Pattern.compile("[0-9+()\\- ]{3,40}");
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");

    private ListReader() {}

    static List<String> otherNames(RowCheck check) {
        return items(check, Field.OTHER_NAMES, OTHER_NAMES).stream().toList();
    }

    static List<FacilityRow.Pair> services(RowCheck check) {
        return items(check, Field.SERVICES, SERVICES).stream().map(ListReader::pair).toList();
    }

    private static FacilityRow.Pair pair(String item) {
        int bar = item.indexOf('|');
        return bar < 0
                ? new FacilityRow.Pair(item, null)
                : new FacilityRow.Pair(item.substring(0, bar).strip(), item.substring(bar + 1).strip());
    }

    private static Set<String> items(RowCheck check, Field field, int most) {
        var items = new LinkedHashSet<String>();
        for (String item : SEPARATOR.split(check.list(field))) {
            var clean = CleanText.of(item);
            if (clean.length() > LONGEST_ITEM) {
                check.tell(Code.FIELD_TOO_LONG, field, field.header(), clean.length(), LONGEST_ITEM);
                return Set.of();
            }
            if (!clean.isEmpty() && !clean.startsWith("|")) {
                items.add(clean);
            }
        }
        if (items.size() > most) {
            check.tell(Code.FIELD_TOO_LONG, field, field.header(), items.size(), most);
            return Set.of();
        }
        return items;
    }

    static List<FacilityRow.Pair> phones(RowCheck check) {
        var phones = new ArrayList<FacilityRow.Pair>();
        for (String item : PHONE_SEPARATOR.split(check.list(Field.PHONES).strip())) {
            var pair = pair(CleanText.of(item));
            var number = pair.text()
                    .replace('（', '(')
                    .replace('）', ')')
                    .replace('－', '-')
                    .replaceAll("\\s*(?:转|ext\\.?)\\s*", "-");
            if (PHONE.matcher(number).matches() && phones.size() < PHONES) {
                phones.add(new FacilityRow.Pair(number, pair.more()));
            } else if (!number.isEmpty()) {
                check.tell(Code.BAD_VALUE, Field.PHONES.header(), number, Field.PHONES.header());
            }
        }
        return phones.stream().distinct().toList();
    }

    static List<String> words(RowCheck check, Field field, Vocabulary vocabulary) {
        var found = vocabulary.find(check.list(field));
        found.unknown().forEach(word -> check.tell(Code.BAD_VALUE, field.header(), word, field.header()));
        return found.values();
    }

    static List<String> languages(RowCheck check) {
        var found = Vocabulary.LANGUAGES.find(check.list(Field.LANGUAGES));
        var tags = new LinkedHashSet<>(found.values());
        for (String word : found.unknown()) {
            if (TAG.matcher(word).matches() && tags.size() < LANGUAGES) {
                tags.add(word.toLowerCase(Locale.ROOT));
            } else {
                check.tell(Code.BAD_VALUE, Field.LANGUAGES.header(), word, Field.LANGUAGES.header());
            }
        }
        return List.copyOf(tags);
    }
}
