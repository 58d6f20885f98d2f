package cn.jinlin.api.circle.place;

import java.util.List;
import java.util.Locale;

import cn.jinlin.api.region.PointInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class PlaceController {

    private final Places places;

    PlaceController(Places places) {
        this.places = places;
    }

    @QueryMapping
    List<FoundPlace> places(@Argument String text, @Argument @Nullable PointInput near, @Argument int first,
            Locale locale) {
        return places.find(text, near, first, locale);
    }
}
