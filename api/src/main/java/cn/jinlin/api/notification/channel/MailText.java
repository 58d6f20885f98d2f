package cn.jinlin.api.notification.channel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// How a message looks as a mail, and which addresses mails may go to.
public final class MailText {

    private static final int LONGEST_ADDRESS = 254;
    /// Plain addresses only: no quoted parts, comments or lists, so nothing in one can become another header or receiver.
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    private MailText() {}

    /// The address as it is used; empty when it is none.
    public static Optional<String> address(String typed) {
        String address = typed.strip();
        return address.length() <= LONGEST_ADDRESS && address.indexOf('@') <= 64 && ADDRESS.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }

    static String html(Letter letter, @Nullable String link) {
        String paragraphs = letter.text()
                .lines()
                .map(line -> "<p>" + escape(line) + "</p>")
                .collect(Collectors.joining("\n"));
        String way = link == null ? "" : "\n<p><a href=\"" + escape(link) + "\">" + escape(link) + "</a></p>";
        return "<!DOCTYPE html>\n<html lang=\"" + escape(letter.language().toLanguageTag())
                + "\"><head><meta charset=\"utf-8\"><title>" + escape(letter.title())
                + "</title></head>\n<body style=\"font:18px/1.6 sans-serif\">\n<h1 style=\"font-size:22px\">"
                + escape(letter.title()) + "</h1>\n" + paragraphs + way + "\n</body></html>\n";
    }

    static String plain(Letter letter, @Nullable String link) {
        return letter.text() + (link == null ? "" : "\n\n" + link) + "\n";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
