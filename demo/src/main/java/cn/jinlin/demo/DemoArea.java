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
        return name.replaceFirst("(街道|镇|居委会)$", "");
    }

    String stemEn() {
        return nameEn.replaceFirst(" (Subdistrict|Town|Residents' Committee)$", "");
    }
}
