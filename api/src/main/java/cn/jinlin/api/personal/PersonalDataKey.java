package cn.jinlin.api.personal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the key of personal data is. It must not lie in the database, nor in the same backup.
///
/// @param key 32 bytes in Base64, for example from a secret store
/// @param keyFile a file that holds the same, readable by the service alone
@ConfigurationProperties("jinlin.personal-data")
record PersonalDataKey(@Nullable String key, @Nullable Path keyFile) {

    private static final int BYTES = 32;

    byte[] bytes() {
        byte[] found = Base64.getDecoder().decode(text().strip());
        if (found.length != BYTES) {
            throw new IllegalStateException("The key of personal data must have " + BYTES + " bytes, in Base64");
        }
        return found;
    }

    private String text() {
        if (key != null && !key.isBlank()) {
            return key;
        }
        if (keyFile == null) {
            throw new IllegalStateException(
                    "Set jinlin.personal-data.key or jinlin.personal-data.key-file: 32 random bytes in Base64");
        }
        try {
            return Files.readString(keyFile);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The key of personal data cannot be read from " + keyFile, unreadable);
        }
    }

    /// Tells where the key comes from, never the key.
    @Override
    public String toString() {
        return "PersonalDataKey[" + (key == null || key.isBlank() ? keyFile : "given") + "]";
    }
}
