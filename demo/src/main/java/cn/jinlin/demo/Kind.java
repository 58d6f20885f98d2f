package cn.jinlin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How facilities of one category come out.
///
/// @param count how many the district has of it among 2,400
/// @param cap most there can ever be; 0 when any number can
/// @param services Chinese and English name of each
/// @param hours weekly hours to choose from, in [HoursText]'s form
/// @param accessible percent with a step-free entrance
/// @param phone percent with a telephone
/// @param foreignLanguages percent where a language besides Mandarin is spoken
record Kind(
        String code,
        int count,
        int cap,
        List<NameForm> names,
        List<List<String>> services,
        int minServices,
        List<String> hours,
        List<String> charges,
        List<String> audiences,
        String holidayPolicy,
        int accessible,
        int phone,
        List<String> operators,
        String description,
        String descriptionEn,
        List<Note> notes,
        int foreignLanguages) {

    /// A name with places to fill in.
    ///
    /// @param upTo the form holds for this many first ones; 0 when it holds for any that no other form claims
    record NameForm(String zh, String en, List<String> other, int upTo, List<List<String>> brands) {}

    /// Why hours differ on some date, and the hours then, or `closed`.
    record Note(String text, String periods) {}

    static List<Kind> list() {
        try (var in = Objects.requireNonNull(Kind.class.getResourceAsStream("kinds.json"))) {
            return List.copyOf(JsonMapper.shared().readValue(in, new TypeReference<List<Kind>>() {
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NameForm nameForm(int ordinal, Draw draw) {
        return names.stream()
                .filter(form -> ordinal < form.upTo())
                .findFirst()
                .orElseGet(() -> {
                    var open = names.stream().filter(form -> form.upTo() == 0).toList();
                    return draw.pick(open.isEmpty() ? names : open);
                });
    }
}
