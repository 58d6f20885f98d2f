package cn.jinlin.api.region;

import java.util.List;
import java.util.Locale;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Languages;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RegionController {

    private final Regions regions;

    RegionController(Regions regions) {
        this.regions = regions;
    }

    @QueryMapping
    List<Subdistrict> subdistricts() {
        return regions.listSubdistricts();
    }

    @SchemaMapping
    String id(Subdistrict subdistrict) {
        return GlobalId.of("Subdistrict", subdistrict.id());
    }

    @SchemaMapping
    String name(Subdistrict subdistrict, Locale locale) {
        return Languages.pick(locale, subdistrict.name(), subdistrict.nameEn());
    }

    @SchemaMapping
    String id(Neighbourhood neighbourhood) {
        return GlobalId.of("Neighbourhood", neighbourhood.id());
    }

    @SchemaMapping
    String name(Neighbourhood neighbourhood, Locale locale) {
        return Languages.pick(locale, neighbourhood.name(), neighbourhood.nameEn());
    }
}
