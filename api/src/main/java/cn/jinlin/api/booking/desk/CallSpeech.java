package cn.jinlin.api.booking.desk;

import java.util.Locale;
import java.util.stream.Collectors;

import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.Messages;
import org.springframework.stereotype.Component;

/// What a screen says aloud. Digits one by one, as numbers are read out in both languages.
@Component
class CallSpeech {

    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    private final Messages messages;

    CallSpeech(Messages messages) {
        this.messages = messages;
    }

    BothLanguages of(String number, BothLanguages counter) {
        return new BothLanguages(
                messages.get("desk.call-speech", Languages.CHINESE, spell(number, true), counter.zh()),
                messages.get("desk.call-speech", Locale.ENGLISH, spell(number, false), counter.en()));
    }

    private static String spell(String number, boolean chinese) {
        return number.chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(each -> chinese && Character.isDigit(each)
                        ? CHINESE_DIGITS.substring(each - '0', each - '0' + 1)
                        : Character.toString(each))
                .collect(Collectors.joining(" "));
    }
}
