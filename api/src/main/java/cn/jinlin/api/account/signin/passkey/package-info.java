/// Passkeys (WebAuthn Level 3) of residents, for signing in, and of staff, as a second factor.
@NullMarked
package cn.jinlin.api.account.signin.passkey;

import org.jspecify.annotations.NullMarked;
