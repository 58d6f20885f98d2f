package cn.jinlin.api.personal;

/// Something that is not kept for ever. Each rule is a bean, and is applied hourly by whichever node comes first.
public interface RetentionRule {

    /// Stable name, in lower case: `access-records`.
    String name();

    /// Removes what has been kept long enough, at most some thousand entries a time.
    ///
    /// @return how many entries went
    int apply();
}
