package cn.jinlin.api.security;

import java.util.Map;

/// A way of proving who one is, offered at the token endpoint beside the standard ones. The domain that knows the people
/// implements it; the issuer does the rest: session, tokens, cookies.
public interface Grant {

    /// The `grant_type`, a URN: `urn:jinlin:grant:phone-code`.
    String type();

    /// @param parameters of the request, each at most once, none longer than 4,096 characters
    /// @param device that asks; its address is for limits and the list of sessions, never for logs
    /// @return who was proven
    /// @throws SignInRefusedException with the reason a client may know
    Subject prove(Map<String, String> parameters, Device device) throws SignInRefusedException;
}
