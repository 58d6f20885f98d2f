package cn.jinlin.api.notification.channel;

/// Text cut to what a carrier takes, never in the middle of a character.
final class Shortened {

    private Shortened() {}

    static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
