package cn.jinlin.api.circle.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import cn.jinlin.api.circle.coverage.home.Homes;
import cn.jinlin.search.GeoPoint;

/// Puts homes into squares of the map, each square in as many pieces as sub-districts have homes in it. Immutable.
final class HomeSquares {

    static final int MOST = 20_000;

    private static final double METRES = 250;
    private static final double METRES_PER_DEGREE = 111_195;

    private final double height;
    private final double width;
    private final int[] pieces;
    private final Piece[] all;

    /// A square's homes of one sub-district.
    ///
    /// @param subdistrict index, or [Homes#NONE]
    record Piece(int row, int column, int subdistrict) {}

    /// A square by its corners.
    record Square(GeoPoint southWest, GeoPoint northEast) {}

    private HomeSquares(double metres, double narrowing, Homes homes) {
        height = metres / METRES_PER_DEGREE;
        width = height / narrowing;
        pieces = new int[homes.size()];
        Map<Piece, Integer> numbers = new HashMap<>();
        for (int home = 0; home < pieces.length; home++) {
            GeoPoint point = homes.point(home);
            var piece = new Piece((int) Math.floor(point.lat() / height), (int) Math.floor(point.lon() / width),
                    homes.subdistrict(home));
            Integer number = numbers.putIfAbsent(piece, numbers.size());
            pieces[home] = number == null ? numbers.size() - 1 : number;
        }
        all = new Piece[numbers.size()];
        numbers.forEach((piece, number) -> all[number] = piece);
    }

    /// Squares of 250 m, or as much larger as it takes for there to be no more than 20,000.
    static HomeSquares of(Homes homes) {
        double narrowing = homes.size() == 0
                ? 1
                : Math.max(0.01, Math.cos(Math.toRadians(homes.point(homes.size() / 2).lat())));
        for (double metres = METRES;; metres *= 2) {
            var squares = new HomeSquares(metres, narrowing, homes);
            if (squares.count() <= MOST) {
                return squares;
            }
        }
    }

    private int count() {
        Set<Long> distinct = new HashSet<>();
        for (Piece piece : all) {
            distinct.add(((long) piece.row() << 32) | (piece.column() & 0xFFFF_FFFFL));
        }
        return distinct.size();
    }

    int pieces() {
        return all.length;
    }

    /// The piece of a home.
    int pieceOf(int home) {
        return pieces[home];
    }

    Piece piece(int number) {
        return all[number];
    }

    Square square(int row, int column) {
        return new Square(new GeoPoint(row * height, column * width),
                new GeoPoint((row + 1) * height, (column + 1) * width));
    }
}
