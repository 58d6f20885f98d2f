package cn.jinlin.api.account.staff;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.account.access.UnitNames;
import org.springframework.stereotype.Component;

/// Tells residents of which unit somebody was who looked at their data.
@Component
class NamesOfUnits implements UnitNames {

    private final Units units;

    NamesOfUnits(Units units) {
        this.units = units;
    }

    @Override
    public Map<UUID, String> listNames(Collection<UUID> wanted, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return units.list(wanted)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> {
                    Unit unit = entry.getValue();
                    return english ? Objects.requireNonNullElse(unit.nameEn(), unit.name()) : unit.name();
                }));
    }
}
