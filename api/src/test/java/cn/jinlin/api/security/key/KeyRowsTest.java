package cn.jinlin.api.security.key;

import java.util.List;

import cn.jinlin.api.support.ApiTest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Transactional
class KeyRowsTest {

    @Autowired
    private KeyRows rows;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void keyPairsOfEarlierVersionsAreEncryptedAndStillVerify() throws JOSEException {
        rows.keep();
        JWK plain = new RSAKeyGenerator(2048).keyID("plain").generate();
        jdbc.sql("insert into signing_key (kid, private_jwk, signs_from) values (?, ?, now() - interval '1 day')")
                .param(plain.getKeyID())
                .param(plain.toJSONString())
                .update();
        assertThat(rows.keep()).extracting(JWK::getKeyID).contains("plain");
        assertThat(jdbc.sql("select count(*) from signing_key where private_jwk is not null")
                .query(Integer.class)
                .single()).isZero();
        assertThat(jdbc.sql("select string_agg(encode(private_cipher, 'escape'), '') from signing_key")
                .query(String.class)
                .single()).doesNotContain("RSA");
    }

    @Test
    void theNextKeyIsPublishedADayBeforeItSignsAndTheLastVerifiesForADayAndAHalfAfter() {
        String first = rows.keep().getFirst().getKeyID();
        age("89 days 1 hour");
        List<JWK> noticed = rows.keep();
        assertThat(noticed).hasSizeGreaterThan(1);
        assertThat(noticed.getFirst().getKeyID()).isEqualTo(first);
        assertThat(rows.keep()).hasSameSizeAs(noticed);
        age("1 day");
        List<JWK> rotated = rows.keep();
        assertThat(rotated.getFirst().getKeyID()).isNotEqualTo(first);
        assertThat(rotated).extracting(JWK::getKeyID).contains(first);
        age("2 days");
        assertThat(rows.keep()).extracting(JWK::getKeyID).doesNotContain(first);
    }

    private void age(String by) {
        jdbc.sql("update signing_key set signs_from = signs_from - cast(? as interval)").param(by).update();
    }
}
