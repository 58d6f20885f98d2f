package cn.jinlin.api.account.rights;

/// Something done for people off the request path by whichever node claims it.
public interface PersonWork {

    /// @return whether there was anything to do; false also when it cannot be done now
    boolean doNext();
}
