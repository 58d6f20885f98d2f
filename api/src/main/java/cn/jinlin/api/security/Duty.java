package cn.jinlin.api.security;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A role within a unit. In a token's `roles`: `FACILITY_DESK@<unit>`, or the role alone where it holds for the district.
///
/// @param unit null for the whole district
public record Duty(Role role, @Nullable UUID unit) {

    /// @throws IllegalArgumentException when it is none
    public static Duty parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new Duty(Role.valueOf(text), null)
                : new Duty(Role.valueOf(text.substring(0, at)), UUID.fromString(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return unit == null ? role.name() : role.name() + '@' + unit;
    }
}
