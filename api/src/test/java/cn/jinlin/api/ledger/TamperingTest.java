package cn.jinlin.api.ledger;

import java.util.stream.Stream;

import cn.jinlin.api.ledger.Verdict.Fault;
import cn.jinlin.api.ledger.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Whoever owns the database can get around its triggers, but not around the chain.
class TamperingTest {

    private static final int ENTRIES = 20;
    private static final String EXCHANGE = """
            update journal_entry set number = case number when 7 then 1008 else 1007 end where number in (7, 8)""";

    private final JournalFixture fixture = new JournalFixture().withEntries(ENTRIES);
    private final Journal journal = fixture.journal;

    static Stream<Arguments> tamperings() {
        return Stream.of(
                Arguments.of("one byte of a digest", 7, Kind.ALTERED,
                        new String[]{"update journal_entry set digest = set_byte(digest, 5, get_byte(digest, 5) # 1) "
                                + "where number = 7"}),
                Arguments.of("a microsecond", 7, Kind.ALTERED,
                        new String[]{"update journal_entry set at = at + interval '1 microsecond' where number = 7"}),
                Arguments.of("a kind", 7, Kind.ALTERED,
                        new String[]{"update journal_entry set kind = 'trial.antry' where number = 7"}),
                Arguments.of("a kind longer than any", 7, Kind.ALTERED,
                        new String[]{"update journal_entry set kind = repeat('x', 100) where number = 7"}),
                Arguments.of("a digest cut short", 7, Kind.ALTERED,
                        new String[]{"update journal_entry set digest = substr(digest, 1, 31) where number = 7"}),
                Arguments.of("an id", 7, Kind.ALTERED,
                        new String[]{"update journal_entry set id = id + 1000000 where number = 7"}),
                Arguments.of("one character of a payload", 7, Kind.PAYLOAD_ALTERED,
                        new String[]{
                            "update journal_payload set payload = replace(payload, '7', '8') where number = 7"}),
                Arguments.of("a salt", 7, Kind.PAYLOAD_ALTERED,
                        new String[]{"update journal_payload set salt = set_byte(salt, 0, get_byte(salt, 0) # 1) "
                                + "where number = 7"}),
                Arguments.of("an entry taken out", 7, Kind.REMOVED,
                        new String[]{"delete from journal_entry where number = 7"}),
                Arguments.of("the first taken out", 1, Kind.REMOVED,
                        new String[]{"delete from journal_entry where number = 1"}),
                Arguments.of("an entry taken out and the gap closed", 7, Kind.MOVED,
                        new String[]{"delete from journal_entry where number = 7",
                            "update journal_entry set number = number + 1000 where number > 7",
                            "update journal_entry set number = number - 1001 where number > 1000"}),
                Arguments.of("two exchanged", 7, Kind.MOVED,
                        new String[]{EXCHANGE,
                            "update journal_entry set number = number - 1000 where number > 1000"}),
                Arguments.of("the end cut off", 18, Kind.TRUNCATED,
                        new String[]{"delete from journal_entry where number > 17"}),
                Arguments.of("all cut off", 1, Kind.TRUNCATED, new String[]{"delete from journal_entry"}),
                Arguments.of("the end cut off and the head made to fit", 17, Kind.HEAD_FORGED,
                        new String[]{"delete from journal_entry where number > 17", """
                                update journal_head h set number = e.number, hash = e.hash from journal_entry e
                                where e.number = 17"""}),
                Arguments.of("a head of another hash", 20, Kind.HEAD_FORGED,
                        new String[]{"update journal_head set hash = set_byte(hash, 0, get_byte(hash, 0) # 1)"}),
                Arguments.of("a head without a seal", 20, Kind.HEAD_FORGED,
                        new String[]{"update journal_head set seal = null"}),
                Arguments.of("a head that stays behind", 19, Kind.HEAD_FORGED, new String[]{"""
                        update journal_head h set number = e.number, hash = e.hash from journal_entry e
                        where e.number = 19"""}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void eachTamperingIsFoundAndTheFirstBadEntryNamed(String what, long number, Kind kind, String[] statements) {
        assertThat(journal.verify().isUnbroken()).isTrue();

        fixture.aroundTheGuards(statements);

        assertThat(journal.verify().fault()).isEqualTo(new Fault(number, kind));
    }

    @Test
    void anEntryHashedAnewAfterAChangeNoLongerFitsTheNext() {
        rewrite(7, "trial.forged");

        assertThat(journal.verify().fault()).isEqualTo(new Fault(7, Kind.REPLACED));
    }

    @Test
    void aLastEntryHashedAnewNoLongerFitsTheHead() {
        rewrite(20, "trial.forged");

        assertThat(journal.verify().fault()).isEqualTo(new Fault(20, Kind.HEAD_FORGED));
    }

    @Test
    void anOlderGenuineHeadPutBackWithItsEntriesIsFoundByAHeadNotedElsewhere() {
        Head older = journal.verify().head();
        byte[] seal = fixture.sql.sql("select seal from journal_head where journal = 'trial'")
                .query((row, _) -> row.getBytes("seal"))
                .single();
        fixture.withEntries(5);
        Head noted = journal.verify().head();

        fixture.aroundTheGuards("delete from journal_entry where number > " + ENTRIES,
                "update journal_head set number = %d, hash = '\\x%s', seal = '\\x%s'".formatted(older.number(),
                        older.fingerprint(), java.util.HexFormat.of().formatHex(seal)));

        assertThat(journal.verify().isUnbroken()).isTrue();
        assertThat(journal.verifyAgainst(noted).fault()).isEqualTo(new Fault(ENTRIES, Kind.NOT_AS_WITNESSED));
        assertThat(journal.verifyAgainst(older).isUnbroken()).isTrue();
    }

    @Test
    void aStretchIsVerifiedByItself() {
        fixture.aroundTheGuards("update journal_entry set kind = 'other' where number = 7");

        assertThat(journal.verify(8, 20).isUnbroken()).isTrue();
        assertThat(journal.verify(1, 6).isUnbroken()).isTrue();
        assertThat(journal.verify(5, 9).fault()).isEqualTo(new Fault(7, Kind.ALTERED));
    }

    /// Gives an entry another kind and the hash that fits it, as whoever knows the format can.
    private void rewrite(long number, String kind) {
        byte[] hash = fixture.sql.sql("select * from journal_entry where number = ?")
                .param(number)
                .query((row, _) -> new Link().hash(row.getBytes("previous"), number, row.getLong("id"),
                        Chaining.micros(row.getObject("at", java.time.OffsetDateTime.class).toInstant()),
                        row.getBytes("digest"), kind.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .single();
        fixture.aroundTheGuards("update journal_entry set kind = '%s', hash = '\\x%s' where number = %d"
                .formatted(kind, new Head("trial", number, hash).fingerprint(), number));
    }
}
