package cn.jinlin.api.facility.index;

import java.util.List;

import cn.jinlin.api.facility.Categories;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityCards;
import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.FacilityDetails;
import cn.jinlin.api.facility.OfferedService;
import cn.jinlin.api.region.Regions;
import cn.jinlin.api.region.Subdistrict;
import cn.jinlin.search.facility.FacilityDocument;
import org.springframework.stereotype.Component;

/// Makes what the index knows of a facility.
@Component
public class FacilityDocuments {

    private final Categories categories;
    private final Regions regions;
    private final FacilityCards cards;

    FacilityDocuments(Categories categories, Regions regions, FacilityCards cards) {
        this.categories = categories;
        this.regions = regions;
        this.cards = cards;
    }

    public FacilityDocument of(Facility facility) {
        FacilityDetails details = facility.details();
        List<String> categoryNames = categories.find(details.category())
                .map(FacilityDocuments::names)
                .orElse(List.of());
        String subdistrictName = details.subdistrict() == null
                ? null
                : regions.findSubdistrict(details.subdistrict()).map(Subdistrict::name).orElse(null);
        return new FacilityDocument(facility.id(), facility.version(), details.name(), details.nameEn(),
                details.otherNames(),
                details.category(), categoryNames, details.subdistrict(), subdistrictName, details.address(),
                details.addressEn(),
                details.location(), details.charge() == null ? null : details.charge().name(),
                details.audiences().stream().map(Enum::name).toList(),
                details.accessibility().stream().map(Enum::name).toList(),
                details.languages(), details.services().stream().map(OfferedService::name).toList(),
                details.hours().forIndex(),
                cards.write(facility));
    }

    private static List<String> names(FacilityCategory category) {
        return List.of(category.name(), category.nameEn());
    }
}
