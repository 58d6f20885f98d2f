package cn.jinlin.api.facility;

/// A facility's row holds what no version of this program wrote, such as an audience it does not know.
public final class UnreadableFacilityException extends RuntimeException {

    private final long id;

    UnreadableFacilityException(long id, Exception cause) {
        super("Facility " + id + " cannot be read: " + cause.getMessage(), cause);
        this.id = id;
    }

    public long id() {
        return id;
    }
}
