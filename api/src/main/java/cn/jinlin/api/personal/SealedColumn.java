package cn.jinlin.api.personal;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// One encrypted column. A value is bound to the column and to the row's owner: copied into another person's row it does
/// not decrypt.
///
/// @param column table and column: `person_home.address`
public record SealedColumn(PersonalCipher cipher, String column) {

    public byte[] seal(UUID owner, String text) {
        return cipher.encrypt(purpose(owner), text);
    }

    /// The same for what may be missing.
    public byte @Nullable [] sealAny(UUID owner, @Nullable String text) {
        return text == null ? null : seal(owner, text);
    }

    /// @throws IllegalStateException when the value is not this owner's
    public Optional<String> open(UUID owner, byte @Nullable [] stored) {
        return stored == null ? Optional.empty() : Optional.of(cipher.decrypt(purpose(owner), stored));
    }

    /// By which the same text of this column is found again, whoever owns it.
    public byte[] index(String text) {
        return cipher.blindIndex(column, text);
    }

    private String purpose(UUID owner) {
        return column + '/' + owner;
    }
}
