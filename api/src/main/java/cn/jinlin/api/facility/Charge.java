package cn.jinlin.api.facility;

/// What a visit costs: 无偿, 低偿, 有偿.
public enum Charge {
    FREE, LOW, PAID
}
