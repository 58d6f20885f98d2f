package cn.jinlin.api.facility;

import org.jspecify.annotations.Nullable;

/// A telephone number as people write it, and what it is for.
public record Phone(String number, @Nullable String label) {}
