package cn.jinlin.api.region;

/// The coordinate systems points arrive and leave in. WGS84 is what is stored.
public enum CoordinateSystem {
    /// GPS, OpenStreetMap.
    WGS84,
    /// WeChat, Amap, Tencent.
    GCJ02,
    /// Baidu.
    BD09
}
