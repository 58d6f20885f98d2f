package cn.jinlin.api.personal;

import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PersonalCipherTest {

    private final PersonalCipher cipher = withKey((byte) 1);

    private static PersonalCipher withKey(byte filler) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, filler);
        return new PersonalCipher(new PersonalDataKey(Base64.getEncoder().encodeToString(key), null));
    }

    @Test
    void whatWasEncryptedComesBackAndNeverLooksTheSameTwice() {
        byte[] once = cipher.encrypt("resident.name", "李建国");
        assertThat(cipher.decrypt("resident.name", once)).isEqualTo("李建国");
        assertThat(cipher.encrypt("resident.name", "李建国")).isNotEqualTo(once);
    }

    @Test
    void aValueMovedToAnotherColumnDoesNotDecrypt() {
        byte[] phone = cipher.encrypt("resident.phone", "13812345678");
        assertThatThrownBy(() -> cipher.decrypt("resident.name", phone)).isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("138");
    }

    @Test
    void oneAlteredByteOrAnotherKeyDoesNotDecrypt() {
        byte[] phone = cipher.encrypt("resident.phone", "13812345678");
        assertThatThrownBy(() -> withKey((byte) 2).decrypt("resident.phone", phone))
                .isInstanceOf(IllegalStateException.class);
        phone[phone.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt("resident.phone", phone)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theBlindIndexIsStableForOnePurposeAndKeyAlone() {
        byte[] index = cipher.blindIndex("resident.phone", "13812345678");
        assertThat(cipher.blindIndex("resident.phone", "13812345678")).isEqualTo(index);
        assertThat(cipher.blindIndex("staff.phone", "13812345678")).isNotEqualTo(index);
        assertThat(withKey((byte) 2).blindIndex("resident.phone", "13812345678")).isNotEqualTo(index);
    }

    @Test
    void aPhoneNumberIsReadAsPeopleTypeItAndPrintedMasked() {
        assertThat(PhoneNumber.parse("+86 138-1234 5678")).get().hasToString("138****5678");
        assertThat(PhoneNumber.parse("１３８１２３４５６７８")).isEqualTo(PhoneNumber.parse("008613812345678"));
        assertThat(PhoneNumber.parse("12812345678")).isEmpty();
        assertThat(PhoneNumber.parse("1381234567")).isEmpty();
    }

    @Test
    void masksKeepTheFamilyNameAndTheDomain() {
        assertThat(Masks.name("李建国")).isEqualTo("李**");
        assertThat(Masks.name("𠮷野")).isEqualTo("𠮷*");
        assertThat(Masks.name("")).isEmpty();
        assertThat(Masks.mail("anna@example.cn")).isEqualTo("a***@example.cn");
    }
}
