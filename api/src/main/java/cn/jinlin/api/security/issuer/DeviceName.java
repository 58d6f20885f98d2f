package cn.jinlin.api.security.issuer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// How the owner of a device would recognise it, from what its browser says of itself.
final class DeviceName {

    private static final int LONGEST = 80;
    /// The first that is found counts: most browsers also name those they descend from.
    private static final Map<String, String> BROWSERS = inOrder("MicroMessenger", "WeChat", "Edg", "Edge",
            "HuaweiBrowser",
            "Huawei Browser", "MQQBrowser", "QQ Browser", "UCBrowser", "UC Browser", "OPR", "Opera", "Firefox",
            "Firefox", "FxiOS", "Firefox", "CriOS", "Chrome", "Chrome", "Chrome", "Safari", "Safari");
    private static final Map<String, String> SYSTEMS = inOrder("OpenHarmony", "HarmonyOS", "HarmonyOS", "HarmonyOS",
            "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Macintosh", "Mac", "Linux",
            "Linux");

    private DeviceName() {}

    static String of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return "?";
        }
        String browser = find(BROWSERS, userAgent).orElseGet(() -> product(userAgent));
        return find(SYSTEMS, userAgent).map(system -> browser + ", " + system).orElse(browser);
    }

    private static Optional<String> find(Map<String, String> names, String userAgent) {
        return names.entrySet()
                .stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// `okhttp` of `okhttp/4.12`.
    private static String product(String userAgent) {
        String first = userAgent.split("[/ (;]", 2)[0].replaceAll("[^\\p{Alnum}._-]", "");
        return first.isEmpty() ? "?" : first.substring(0, Math.min(first.length(), LONGEST - 20));
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
