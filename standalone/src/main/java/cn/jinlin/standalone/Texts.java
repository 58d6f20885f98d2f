package cn.jinlin.standalone;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The texts of this module: Chinese for a Chinese locale, English for every other.
final class Texts {
    private Texts() {}

    static ResourceBundle of(String name, Locale locale) {
        return ResourceBundle.getBundle("cn.jinlin.standalone." + name, locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
