package cn.jinlin.api.account.staff.proof;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.personal.PersonalCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ten codes on paper, each good once, for whoever has lost their authenticator app.
@Component
class RecoveryCodes implements SecondFactor {

    static final int COUNT = 10;
    private static final int LETTERS = 10;
    private static final String PURPOSE = "staff_recovery_code";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    RecoveryCodes(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public String parameter() {
        return "recovery_code";
    }

    /// Paper alone is no second factor: it only stands in for one.
    @Override
    public boolean isEnrolled(UUID staff) {
        return false;
    }

    /// Makes new ones; the old ones end. Within the caller's transaction.
    List<String> renew(UUID staff) {
        remove(staff);
        List<String> codes = Stream.generate(() -> Secrets.readable(LETTERS)).distinct().limit(COUNT).toList();
        for (String code : codes) {
            jdbc.sql("insert into staff_recovery_code (staff_id, code_hash) values (?, ?)")
                    .params(staff, hash(code))
                    .update();
        }
        return codes;
    }

    int countLeft(UUID staff) {
        return jdbc.sql("select count(*) from staff_recovery_code where staff_id = ?")
                .param(staff)
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean verify(UUID staff, String code) {
        return jdbc.sql("delete from staff_recovery_code where staff_id = ? and code_hash = ?")
                .params(staff, hash(code))
                .update() == 1;
    }

    @Override
    public void remove(UUID staff) {
        jdbc.sql("delete from staff_recovery_code where staff_id = ?").param(staff).update();
    }

    /// However it was typed.
    private byte[] hash(String code) {
        return cipher.blindIndex(PURPOSE, code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
