package cn.jinlin.search.walk.osm;

/// A file was not taken as a walking network, and nothing of it was kept.
public final class NetworkRefusedException extends RuntimeException {

    /// Why.
    public enum Code {
        /// Not an OpenStreetMap extract in PBF.
        NOT_PBF,
        /// The file ends in the middle.
        TRUNCATED,
        /// Its blocks contradict the format or themselves.
        DAMAGED,
        /// Nothing in it.
        EMPTY,
        /// Nothing in it can be walked: an extract of motorways or of buildings alone.
        NO_WALKABLE_WAY,
        /// Its ways stand without the nodes they run through.
        NODES_MISSING,
        /// More than the importer was told to take, or a block beyond the format's own limit.
        TOO_LARGE,
        /// It needs a reader of something this one does not know, such as histories or other compressions.
        UNSUPPORTED_FEATURE
    }

    private static final long serialVersionUID = 1;

    private final Code code;

    NetworkRefusedException(Code code, String details) {
        super(details);
        this.code = code;
    }

    NetworkRefusedException(Code code, String details, Throwable cause) {
        super(details, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
