package cn.jinlin.api.account.signin.phone;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What came of asking for a code. The same for numbers with and without an account, because nobody looks.
///
/// @param refusal stable code of the refusal; null when the code is on its way
/// @param resendAfterSeconds until a code can be asked for again
/// @param expiresAt null when refused
record CodeRequest(@Nullable String refusal, long resendAfterSeconds, @Nullable Instant expiresAt) {}
