package cn.jinlin.search.facility;

/// The sort values given as [FacilityQuery#after()] are not such as a hit of this query has.
public class BrokenCursorException extends RuntimeException {

    public BrokenCursorException(Throwable cause) {
        super("The cursor does not fit the query", cause);
    }
}
