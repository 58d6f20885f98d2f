package cn.jinlin.api.graphql;

import java.util.List;

/// A query argument that breaks a stated bound. Reaches the client as an error with code BAD_INPUT, the path of the
/// argument and a reason code; the message comes from the bundle under that reason, in the caller's language.
public class BadInput extends RuntimeException {

    private static final int EXCERPT = 40;

    private final String reason;
    private final String field;
    private final transient List<Object> arguments;

    /// @param field path of the argument, for example `search.near.lat`
    /// @param reason stable code in capitals, and the key of its message
    /// @param arguments what the message names: bounds, allowed values
    public BadInput(String field, String reason, Object... arguments) {
        super(reason + " at " + field);
        this.field = field;
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    /// Enough of a wrong value to recognise it by.
    public static String excerpt(String value) {
        return value.length() <= EXCERPT ? value : value.substring(0, EXCERPT) + "…";
    }

    public String reason() {
        return reason;
    }

    public String field() {
        return field;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
