package cn.jinlin.search.walk;

/// Facilities within a walk, the fastest reached first and of equally fast ones the smallest id. Indices are
/// `0..size()-1`.
public final class ReachedFacilities {

    private final long[] ids;
    private final int[] tenths;
    private final int[] millimetres;

    ReachedFacilities(long[] ids, int[] tenths, int[] millimetres) {
        this.ids = ids;
        this.tenths = tenths;
        this.millimetres = millimetres;
    }

    public int size() {
        return ids.length;
    }

    public long id(int index) {
        return ids[index];
    }

    /// Walking time in tenths of seconds.
    public int tenths(int index) {
        return tenths[index];
    }

    /// Length of the fastest walk; of several equally fast ones the shortest.
    public int millimetres(int index) {
        return millimetres[index];
    }
}
