package cn.jinlin.api.region;

import java.util.List;

import org.springframework.graphql.data.method.annotation.QueryMapping;
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
}
