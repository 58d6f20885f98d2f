package cn.jinlin.api.booking.offer;

import java.util.List;
import java.util.Locale;

import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;

/// A matter residents can book a visit for: one in the whole district, offered at any number of facilities (全区通办).
///
/// @param number stable, in capitals: in addresses and at desks
/// @param partyLimit so many people one booking may bring, the booked person included, 1 to 20
/// @param personLimit so many appointments to come one person may have for it
/// @param householdLimit so many all people may have for it that one resident books for
/// @param changeMinutes until so many minutes before the start the resident can move or cancel
/// @param inService false once it is offered no more; what was booked stays
public record BookableService(long id, String number, ServiceKind kind, String name, @Nullable String nameEn,
        @Nullable String description, @Nullable String descriptionEn, List<Material> materials,
        List<Question> questions, int partyLimit, int personLimit, int householdLimit, int changeMinutes,
        SlotRelease release, boolean inService) {

    public static final String TYPE = "BookableService";

    BookableService as(long known) {
        return new BookableService(known, number, kind, name, nameEn, description, descriptionEn, materials, questions,
                partyLimit, personLimit, householdLimit, changeMinutes, release, inService);
    }

    BookableService closed() {
        return new BookableService(id, number, kind, name, nameEn, description, descriptionEn, materials, questions,
                partyLimit, personLimit, householdLimit, changeMinutes, release, false);
    }

    public String name(Locale locale) {
        return Languages.pick(locale, name, nameEn);
    }

    public @Nullable String description(Locale locale) {
        return Languages.pickAny(locale, description, descriptionEn);
    }
}
