package cn.jinlin.api.account.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import cn.jinlin.api.account.person.AccessibilityNeed;
import cn.jinlin.api.account.person.Home;
import cn.jinlin.api.account.person.Profile;
import cn.jinlin.api.account.resident.Resident;
import org.jspecify.annotations.Nullable;

/// The fields that were asked for, in full; the others are null.
record RevealedResident(String id, @Nullable String name, @Nullable String phone, @Nullable String address,
        @Nullable LocalDate birthDate, @Nullable List<AccessibilityNeed> accessibilityNeeds) {

    static RevealedResident of(String id, Set<PersonalField> fields, Resident resident, Profile profile,
            @Nullable Home home) {
        boolean showsPhone = fields.contains(PersonalField.PHONE) && resident.phone() != null;
        return new RevealedResident(id, fields.contains(PersonalField.NAME) ? profile.name() : null,
                showsPhone && resident.phone() != null ? resident.phone().digits() : null,
                home == null ? null : home.address(),
                fields.contains(PersonalField.BIRTH_DATE) ? profile.birthDate() : null,
                fields.contains(PersonalField.ACCESSIBILITY_NEEDS) ? profile.accessibilityNeeds() : null);
    }

    /// Tells nothing: it belongs in no log.
    @Override
    public String toString() {
        return "RevealedResident[...]";
    }
}
