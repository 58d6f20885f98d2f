package cn.jinlin.api.account.rights;

import java.time.Duration;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.RetentionRule;
import org.springframework.stereotype.Component;

/// Copies are themselves personal data: they end with the person's, and when nobody takes them.
@Component
class CopiesKept implements PersonalDataEraser, RetentionRule {

    private static final Duration TRACE = Duration.ofDays(30);

    private final DataExports exports;
    private final RightsRules rules;

    CopiesKept(DataExports exports, RightsRules rules) {
        this.exports = exports;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public Outcome erase(UUID resident) {
        return Outcome.removed(exports.deleteAll(resident));
    }

    @Override
    public int apply() {
        return exports.expire(rules.attempts()) + exports.deleteOlderThan(TRACE);
    }
}
