package cn.jinlin.demo;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A sub-district or a neighbourhood.
///
/// @param parent the code of the sub-district a neighbourhood belongs to; null for a sub-district
/// @param boundary a closed ring, anticlockwise; areas of one level tile the district without gap or overlap
public record DemoArea(String code, String name, String nameEn, @Nullable String parent, List<DemoPoint> boundary) {

    /// The name without its kind of area, as other names are made from it: 莘庄 for 莘庄镇.
    String stem() {
        return name.substring(0, name.length() - (name.endsWith("街道") ? 2 : 1));
    }

    String stemEn() {
        return nameEn.substring(0, nameEn.indexOf(' '));
    }

    /// What its government is called: a town has one of its own, a sub-district an office of the district's.
    String office() {
        return name + (name.endsWith("镇") ? "人民政府" : "办事处");
    }
}
