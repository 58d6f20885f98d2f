package cn.jinlin.api.account.staff.proof;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id.
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PATIENCE_SECONDS = 10;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore places;
    private final String nobodys;

    Passwords(PasswordSettings settings) {
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, settings.parallelism(), settings.memoryKib(),
                settings.iterations());
        places = new Semaphore(settings.atOnce());
        nobodys = hash("the password of nobody at all");
    }

    String hash(String password) {
        return inPlace(() -> String.valueOf(encoder.encode(composed(password))));
    }

    /// Takes the same time whether or not there is a hash.
    ///
    /// @param hash null where nobody has that name
    boolean matches(String password, @Nullable String hash) {
        boolean right = inPlace(() -> encoder.matches(composed(password), hash == null ? nobodys : hash));
        return right && hash != null;
    }

    /// Whether the hash was made with less than is asked for now.
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /// One person's keyboard composes what another's does not.
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Too many passwords are being checked");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while checking a password", stopped);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
