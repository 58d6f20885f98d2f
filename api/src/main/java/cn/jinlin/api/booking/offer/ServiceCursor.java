package cn.jinlin.api.booking.offer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;

/// Where a service stands among all: by how wanted it is, then by its id.
record ServiceCursor(long wanted, long id) {

    private static final String TYPE = "ServicePlace";
    private static final Pattern KEY = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    String write() {
        return GlobalId.of(TYPE, wanted + "-" + id);
    }

    /// @throws BadInput when the text is no cursor of this product
    static ServiceCursor read(String text) {
        return GlobalId.find(text)
                .filter(global -> global.type().equals(TYPE))
                .map(global -> KEY.matcher(global.key()))
                .filter(Matcher::matches)
                .map(key -> new ServiceCursor(Long.parseLong(key.group(1)), Long.parseLong(key.group(2))))
                .orElseThrow(() -> new BadInput("after", "BROKEN_CURSOR"));
    }
}
