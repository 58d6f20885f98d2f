package cn.jinlin.api.account.rights;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to copies of one's own data. Only the resident a copy speaks of can ask for it, see it or take it.
@Service
class ExportService {

    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    private final DataExports exports;
    private final CopyWriter writer;
    private final Residents residents;
    private final RightsRules rules;
    private final Access access;

    ExportService(DataExports exports, CopyWriter writer, Residents residents, RightsRules rules, Access access) {
        this.exports = exports;
        this.writer = writer;
        this.residents = residents;
        this.rules = rules;
        this.access = access;
    }

    /// @throws BadInput TOO_MANY_EXPORTS, UNKNOWN_LANGUAGE
    @Transactional
    DataExport request(@Nullable String language, Locale locale) {
        UUID resident = access.getResident();
        if (language != null && !Set.of(CHINESE, ENGLISH).contains(language)) {
            throw new BadInput("input.language", "UNKNOWN_LANGUAGE");
        }
        residents.lock(resident);
        if (exports.countToday(resident) >= rules.exportsPerDay()) {
            throw new BadInput("input", "TOO_MANY_EXPORTS", rules.exportsPerDay());
        }
        String wanted = language != null ? language : Languages.isEnglish(locale) ? ENGLISH : CHINESE;
        return exports.open(resident, wanted);
    }

    List<DataExport> listOwn() {
        return exports.listLately(access.getResident());
    }

    /// @throws BadInput EXPORT_NOT_READY also for another's, and for one that was taken or has expired
    @Transactional
    DataCopy take(String id) {
        UUID resident = access.getResident();
        return GlobalId.findUuid("DataExport", id)
                .flatMap(known -> exports.take(known, resident))
                .orElseThrow(() -> new BadInput("input.id", "EXPORT_NOT_READY"));
    }

    /// @return whether there was one to make
    boolean makeNext() {
        return exports.claim(rules.lease(), rules.attempts()).map(this::make).isPresent();
    }

    private DataExport make(DataExport wanted) {
        Locale locale = wanted.language().equals(ENGLISH) ? Locale.ENGLISH : Languages.CHINESE;
        exports.finish(wanted.id(), writer.write(wanted.residentId(), locale), rules.exportKept());
        return wanted;
    }
}
