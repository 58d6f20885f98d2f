package cn.jinlin.api.circle.coverage;

import java.util.List;
import java.util.Optional;

import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.limits.RateLimits;
import cn.jinlin.api.region.PointInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class CoverageController {

    private final CoverageService service;
    private final RateLimits limits;

    CoverageController(CoverageService service, RateLimits limits) {
        this.service = service;
        this.limits = limits;
    }

    @QueryMapping
    Optional<Coverage> coverage(@Argument String category, @Argument Walker profile,
            @Argument @Nullable String subdistrict) {
        return service.find(category, profile, subdistrict);
    }

    @QueryMapping
    Optional<CoverageComparison> coverageWhatIf(@Argument String category, @Argument Walker profile,
            @Argument @Nullable String subdistrict, @Argument List<PointInput> add, @Argument List<String> remove) {
        limits.require("coverage-what-if");
        return service.compare(category, profile, subdistrict, add, remove);
    }

    @QueryMapping
    List<CoverageMonth> coverageHistory(@Argument String category, @Argument Walker profile,
            @Argument @Nullable String subdistrict, @Argument int months) {
        return service.listMonths(category, profile, subdistrict, months);
    }
}
