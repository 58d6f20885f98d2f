package cn.jinlin.api.booking.desk;

import org.jspecify.annotations.Nullable;

/// The same in both languages, for screens that show and speak both.
record BothLanguages(String zh, String en) {

    static BothLanguages of(String chinese, @Nullable String english) {
        return new BothLanguages(chinese, english == null ? chinese : english);
    }
}
