package cn.jinlin.api.account.consent;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The texts in force: the highest version of each purpose.
@Repository
class ConsentTexts {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsentTexts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// In the order of [Purpose].
    List<ConsentText> listInForce() {
        return jdbc.sql("select distinct on (purpose) * from consent_text order by purpose, version desc")
                .query(new DataClassRowMapper<>(ConsentText.class))
                // A stream would keep its connection until closed.
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(ConsentText::purpose))
                .toList();
    }

    ConsentText getInForce(Purpose purpose) {
        return jdbc.sql("select * from consent_text where purpose = ? order by version desc limit 1")
                .param(purpose.name())
                .query(new DataClassRowMapper<>(ConsentText.class))
                .single();
    }

    /// Two administrators at once give two versions, not a failure: the purpose is locked meanwhile.
    ConsentText publish(Purpose purpose, ConsentInputs.Publish text) {
        jdbc.sql("select version from consent_text where purpose = ? and version = 1 for update")
                .param(purpose.name())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into consent_text (purpose, version, title, title_en, body, body_en, withdrawal, withdrawal_en, published_at)
                select :purpose, max(version) + 1, :title, :titleEn, :body, :bodyEn, :withdrawal, :withdrawalEn, :now
                  from consent_text where purpose = :purpose""")
                .param("purpose", purpose.name())
                .param("title", text.title())
                .param("titleEn", text.titleEn())
                .param("body", text.text())
                .param("bodyEn", text.textEn())
                .param("withdrawal", text.withdrawal())
                .param("withdrawalEn", text.withdrawalEn())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return getInForce(purpose);
    }
}
