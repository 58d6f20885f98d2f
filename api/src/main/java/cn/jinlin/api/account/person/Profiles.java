package cn.jinlin.api.account.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Profiles as they lie encrypted.
@Repository
class Profiles {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SealedColumn name;
    private final SealedColumn birthDate;
    private final SealedColumn language;
    private final SealedColumn careMode;
    private final SealedColumn accessibility;

    Profiles(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.name = new SealedColumn(cipher, "person_profile.name");
        this.birthDate = new SealedColumn(cipher, "person_profile.birth_date");
        this.language = new SealedColumn(cipher, "person_profile.language");
        this.careMode = new SealedColumn(cipher, "person_profile.care_mode");
        this.accessibility = new SealedColumn(cipher, "person_profile.accessibility");
    }

    /// Empty fields for whoever said nothing yet.
    Profile get(UUID resident) {
        return jdbc.sql("select * from person_profile where resident_id = ?")
                .param(resident)
                .query((row, _) -> read(resident, row))
                .optional()
                .orElse(Profile.EMPTY);
    }

    /// Names of those who gave one.
    Map<UUID, String> listNames(Collection<UUID> residents) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select resident_id, name_cipher from person_profile where resident_id = any(?)")
                .param(residents.toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> {
                    UUID resident = row.getObject(1, UUID.class);
                    name.open(resident, row.getBytes(2)).ifPresent(known -> names.put(resident, known));
                });
        return names;
    }

    /// Everybody of that name, blanks and case aside.
    List<UUID> listByName(String wanted) {
        return jdbc.sql("select resident_id from person_profile where name_index = ? order by resident_id")
                .param(name.index(plain(wanted)))
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    void save(UUID resident, Profile profile) {
        jdbc.sql("""
                insert into person_profile (resident_id, name_cipher, name_index, birth_date_cipher, language_cipher,
                                            care_mode_cipher, accessibility_cipher, changed_at)
                values (:resident, :name, :nameIndex, :birth, :language, :care, :needs, :now)
                on conflict (resident_id) do update set name_cipher = excluded.name_cipher, name_index = excluded.name_index,
                    birth_date_cipher = excluded.birth_date_cipher, language_cipher = excluded.language_cipher,
                    care_mode_cipher = excluded.care_mode_cipher, accessibility_cipher = excluded.accessibility_cipher,
                    changed_at = excluded.changed_at""")
                .param("resident", resident)
                .param("name", name.sealAny(resident, profile.name()))
                .param("nameIndex", profile.name() == null ? null : name.index(plain(profile.name())))
                .param("birth", birthDate.sealAny(resident, text(profile.birthDate())))
                .param("language", language.seal(resident, profile.language()))
                .param("care", careMode.seal(resident, Boolean.toString(profile.careMode())))
                .param("needs", accessibility.sealAny(resident, text(profile.accessibilityNeeds())))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    int delete(UUID resident) {
        return jdbc.sql("delete from person_profile where resident_id = ?").param(resident).update();
    }

    private Profile read(UUID resident, ResultSet row) throws SQLException {
        return new Profile(name.open(resident, row.getBytes("name_cipher")).orElse(null),
                birthDate.open(resident, row.getBytes("birth_date_cipher")).map(LocalDate::parse).orElse(null),
                language.open(resident, row.getBytes("language_cipher")).orElse(Profile.CHINESE),
                careMode.open(resident, row.getBytes("care_mode_cipher")).map(Boolean::valueOf).orElse(false),
                accessibility.open(resident, row.getBytes("accessibility_cipher"))
                        .map(Profiles::needs)
                        .orElse(List.of()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String text(List<AccessibilityNeed> needs) {
        return needs.isEmpty() ? null : needs.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static List<AccessibilityNeed> needs(String text) {
        return Arrays.stream(text.split(",")).map(AccessibilityNeed::valueOf).toList();
    }

    private static String plain(String name) {
        return name.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
