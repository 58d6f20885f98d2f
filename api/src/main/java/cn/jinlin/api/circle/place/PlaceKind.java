package cn.jinlin.api.circle.place;

import cn.jinlin.search.place.Place;

/// Kinds of place, as the GraphQL type has them.
enum PlaceKind {

    NEIGHBOURHOOD, COMPOUND, ROAD, FACILITY;

    static PlaceKind of(Place.Kind kind) {
        return switch (kind) {
            case NEIGHBOURHOOD -> NEIGHBOURHOOD;
            case COMPOUND -> COMPOUND;
            case ROAD -> ROAD;
        };
    }
}
