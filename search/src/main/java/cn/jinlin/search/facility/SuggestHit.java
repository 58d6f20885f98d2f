package cn.jinlin.search.facility;

import org.jspecify.annotations.Nullable;

/// A facility to offer while somebody types.
public record SuggestHit(long id, String name, @Nullable String nameEn, String address, String category,
        @Nullable Integer distanceMetres) {}
