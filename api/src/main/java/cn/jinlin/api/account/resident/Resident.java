package cn.jinlin.api.account.resident;

import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.personal.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// A person the portal serves. With a phone they can sign in; without, others act for them.
///
/// @param phone null for whoever was registered at a desk without one, and after erasure
/// @param erasedAt when their personal data was erased; what law keeps then stands under this id alone
public record Resident(UUID id, @Nullable PhoneNumber phone, Instant createdAt, @Nullable Instant erasedAt) {

    public static final String TYPE = "Resident";

    public boolean isErased() {
        return erasedAt != null;
    }
}
