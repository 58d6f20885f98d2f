package cn.jinlin.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A fictional district of Shanghai, the same for the same seed: areas, roads, and any number of facilities.
public final class DemoDistrict {

    /// Enough to fill a real district's map.
    public static final int DEFAULT_FACILITIES = 2_400;
    /// The seed of the district that ships with the product.
    public static final long DEFAULT_SEED = 20_260_101L;

    private final long seed;
    private final Ground ground;
    private final FacilityMaker maker;
    private final List<Allocation.Share> shares;

    private DemoDistrict(long seed, int facilities) {
        this.seed = seed;
        ground = Ground.of(seed);
        maker = new FacilityMaker(seed, ground);
        shares = Allocation.of(Kind.list(), facilities);
    }

    /// @param facilities how many facilities the district has, from 1 up; from 35 on every category has one
    /// @throws IllegalArgumentException for fewer than one
    public static DemoDistrict of(long seed, int facilities) {
        if (facilities < 1) {
            throw new IllegalArgumentException("A district has at least one facility, not " + facilities);
        }
        return new DemoDistrict(seed, facilities);
    }

    /// The district that ships with the product.
    public static DemoDistrict standard() {
        return of(DEFAULT_SEED, DEFAULT_FACILITIES);
    }

    /// Twelve sub-districts.
    public List<DemoArea> subdistricts() {
        return ground.areas().subdistricts();
    }

    /// Three hundred neighbourhoods.
    public List<DemoArea> neighbourhoods() {
        return ground.areas().neighbourhoods();
    }

    /// All named roads.
    public List<DemoRoad> roads() {
        return ground.streets().list();
    }

    /// The facilities, made one by one as they are taken: a million need no more memory than one.
    public Stream<DemoFacility> facilities() {
        // Not flatMap over the shares: an iterator of such a stream holds a whole share at once.
        int total = shares.stream().mapToInt(Allocation.Share::count).sum();
        return IntStream.range(0, total).mapToObj(this::facility);
    }

    /// Where people walk in it.
    public DemoNetwork network() {
        return DemoNetwork.of(seed, ground);
    }

    Ground ground() {
        return ground;
    }

    private DemoFacility facility(int index) {
        int ordinal = index;
        for (Allocation.Share share : shares) {
            if (ordinal < share.count()) {
                return maker.make(share.kind(), ordinal);
            }
            ordinal -= share.count();
        }
        throw new IndexOutOfBoundsException(index);
    }
}
