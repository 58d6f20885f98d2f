package cn.jinlin.api.circle.coverage.home;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import cn.jinlin.api.region.CoordinateSystem;

/// What a file can say of a home, and what its columns may be called.
enum HomeColumn {

    ID("编号", "编码", "楼栋编号", "楼栋编码", "房屋编号", "房屋编码", "建筑编号", "楼号", "唯一标识", "主键", "uid", "uuid", "objectid", "homeid",
            "buildingid"),
    NEIGHBOURHOOD("居委", "居委会", "村居", "居村委", "村居委", "社区", "所属居委", "所属居委会", "所属村居", "所属社区",
            "居委会名称", "社区名称", "居委代码", "neighborhood"),
    LAT("纬度", "纬度坐标", "y坐标", "y", "latitude"), LON("经度", "经度坐标",
            "x坐标", "x", "lng", "long", "longitude"),
    RESIDENTS("居民数", "居民人数", "居住人数", "常住人口", "常住人口数", "实有人口",
            "人口", "人口数", "人数", "population", "people", "persons", "inhabitants");

    private static final Pattern NOTE = Pattern.compile("[(\\[【].*?[)\\]】]");
    private static final Pattern NOISE = Pattern.compile("[\\s_*:：.-]");
    private static final Pattern SYSTEM = Pattern
            .compile("(gcj0?2?|火星|高德|腾讯)|(bd0?9(?:ll|mc)?|百度)|(wgs(?:84)?)");

    private static final String SEPARATOR = "、";
    /// With a separator before and behind each.
    private final String names;

    HomeColumn(String... names) {
        this.names = SEPARATOR + String.join(SEPARATOR, names) + SEPARATOR;
    }

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The names one may use, for telling people.
    String names() {
        return header() + names.substring(0, names.length() - 1);
    }

    static Optional<HomeColumn> find(String header) {
        String bare = bare(header);
        String withoutSystem = SYSTEM.matcher(bare).replaceAll("");
        return Arrays.stream(values())
                .filter(column -> column.header().equals(withoutSystem) || column.isCalled(bare)
                        || column.isCalled(withoutSystem))
                .findFirst();
    }

    private boolean isCalled(String name) {
        return !name.isEmpty() && names.contains(SEPARATOR + name + SEPARATOR);
    }

    /// The coordinate system that a header names.
    static Optional<CoordinateSystem> system(String header) {
        var named = SYSTEM.matcher(folded(header));
        if (!named.find()) {
            return Optional.empty();
        }
        if (named.group(1) != null) {
            return Optional.of(CoordinateSystem.GCJ02);
        }
        return Optional.of(named.group(2) != null ? CoordinateSystem.BD09 : CoordinateSystem.WGS84);
    }

    private static String bare(String header) {
        return NOISE.matcher(NOTE.matcher(folded(header)).replaceAll("")).replaceAll("");
    }

    private static String folded(String header) {
        return NOISE.matcher(Normalizer.normalize(header, Normalizer.Form.NFKC).replace("\uFEFF", ""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
