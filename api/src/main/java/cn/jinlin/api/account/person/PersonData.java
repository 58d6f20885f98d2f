package cn.jinlin.api.account.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import org.springframework.stereotype.Component;

/// Profile and home in the copy of a person's data, and in its erasure.
@Component
class PersonData implements PersonalDataSource, PersonalDataEraser {

    private final Residents residents;
    private final Profiles profiles;
    private final Homes homes;

    PersonData(Residents residents, Profiles profiles, Homes homes) {
        this.residents = residents;
        this.profiles = profiles;
        this.homes = homes;
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public List<Map<String, String>> list(UUID id) {
        Resident resident = residents.get(id);
        Profile profile = profiles.get(id);
        Map<String, String> fields = new LinkedHashMap<>();
        if (profile.name() != null) {
            fields.put("name", profile.name());
        }
        if (resident.phone() != null) {
            fields.put("phone", resident.phone().digits());
        }
        if (profile.birthDate() != null) {
            fields.put("birthDate", profile.birthDate().toString());
        }
        fields.put("language", profile.language());
        fields.put("careMode", Boolean.toString(profile.careMode()));
        if (!profile.accessibilityNeeds().isEmpty()) {
            fields.put("accessibilityNeeds",
                    profile.accessibilityNeeds().stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        homes.find(id).ifPresent(home -> put(home, fields));
        fields.put("registeredAt", resident.createdAt().toString());
        return List.of(fields);
    }

    private static void put(Home home, Map<String, String> fields) {
        fields.put("address", home.address());
        if (home.location() != null) {
            fields.put("location", home.location().lat() + ", " + home.location().lon());
        }
        if (home.neighbourhood() != null) {
            fields.put("neighbourhood", home.neighbourhood());
        }
    }

    @Override
    public Outcome erase(UUID resident) {
        return Outcome.removed(profiles.delete(resident) + homes.delete(resident));
    }
}
