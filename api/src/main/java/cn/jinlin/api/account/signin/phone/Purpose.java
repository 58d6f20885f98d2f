package cn.jinlin.api.account.signin.phone;

import java.util.Locale;

/// What a code proves. A code for one purpose is worth nothing for another.
enum Purpose {
    /// That whoever signs in holds the phone.
    SIGN_IN,
    /// That a resident holds the phone their account should move to.
    NEW_PHONE,
    /// That a resident still holds the phone their account has.
    CURRENT_PHONE;

    /// Our name of the message that carries the code.
    String template() {
        return this == SIGN_IN ? "sign_in_code" : name().toLowerCase(Locale.ROOT) + "_code";
    }
}
