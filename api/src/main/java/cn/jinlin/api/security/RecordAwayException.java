package cn.jinlin.api.security;

import org.springframework.security.core.AuthenticationException;

/// This node has not heard for a while which sessions ended, and therefore trusts no token.
public class RecordAwayException extends AuthenticationException {

    public RecordAwayException() {
        super("The record does not answer");
    }
}
