package cn.jinlin.search.walk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// Keeps a network in a file: magic, version, counts and their checksum, then the arrays and a checksum of them all.
///
/// Reading streams and believes no count before its checksum, so that a damaged file is refused without taking memory
/// for it.
public final class WalkNetworkFile {

    private static final int MAGIC = 0x4A_4C_57_4E;
    private static final int VERSION = 1;
    private static final int BUFFER = 1 << 16;

    private WalkNetworkFile() {}

    /// Writes the network. The file is whole only once this returns: write beside and move.
    ///
    /// @throws IOException when it cannot be written
    public static void save(WalkNetwork network, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            save(network, out);
        }
    }

    /// @throws NetworkFileException when the file is no network, of another version, damaged or cut short
    /// @throws IOException when it cannot be read
    public static WalkNetwork load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return load(in);
        }
    }

    /// As [#save(WalkNetwork, Path)]; the stream stays open.
    public static void save(WalkNetwork network, OutputStream stream) throws IOException {
        CRC32C checksum = new CRC32C();
        CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(stream, BUFFER), checksum);
        DataOutputStream out = new DataOutputStream(checked);
        ArrayWriter arrays = new ArrayWriter(out);
        Counts.of(network).write(out);
        out.writeInt((int) checksum.getValue());
        arrays.write(network.lats);
        arrays.write(network.lons);
        arrays.write(network.first);
        arrays.write(network.arcs);
        arrays.write(network.edgeArcs);
        arrays.write(network.cells.first);
        arrays.write(network.cells.crossed.first);
        arrays.write(network.cells.crossed.edges);
        arrays.write(network.geometry.shapeEnds);
        out.write(network.geometry.shapes);
        arrays.write(network.geometry.nameIds);
        for (String name : network.geometry.names) {
            out.writeUTF(name);
        }
        out.writeInt((int) checksum.getValue());
        out.flush();
    }

    /// As [#load(Path)]; the stream stays open and must end with the network.
    public static WalkNetwork load(InputStream stream) throws IOException {
        CRC32C checksum = new CRC32C();
        CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(stream, BUFFER), checksum);
        DataInputStream in = new DataInputStream(checked);
        try {
            Counts counts = Counts.read(in);
            requireSame(checksum, in);
            WalkNetwork network = arrays(counts, in);
            requireSame(checksum, in);
            if (in.read() >= 0) {
                throw new NetworkFileException("There is more in the file than a walking network");
            }
            return network;
        } catch (EOFException e) {
            throw new NetworkFileException("The walking network file is cut short", e);
        }
    }

    private static void requireSame(CRC32C checksum, DataInputStream in) throws IOException {
        int expected = (int) checksum.getValue();
        if (in.readInt() != expected) {
            throw new NetworkFileException("The walking network file is damaged: a checksum does not match");
        }
    }

    private static WalkNetwork arrays(Counts counts, DataInputStream in) throws IOException {
        ArrayReader arrays = new ArrayReader(in);
        int[] lats = arrays.ints(counts.nodes);
        int[] lons = arrays.ints(counts.nodes);
        int[] first = arrays.ints(counts.nodes + 1);
        long[] arcs = arrays.longs(2 * counts.edges);
        int[] edgeArcs = arrays.ints(counts.edges);
        int[] cellFirst = arrays.ints(counts.grid.cells() + 1);
        int[] crossedFirst = arrays.ints(counts.grid.cells() + 1);
        int[] crossedEdges = arrays.ints(counts.crossed);
        int[] shapeEnds = arrays.ints(counts.edges);
        byte[] shapes = in.readNBytes(counts.shapeBytes);
        int[] nameIds = arrays.ints(counts.edges);
        String[] names = new String[counts.names];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.readUTF();
        }
        return new WalkNetwork(lats, lons, first, arcs, edgeArcs,
                new Cells(counts.grid, cellFirst, new CrossedCells(crossedFirst, crossedEdges)),
                new Geometry(shapeEnds, shapes, nameIds, names));
    }

    private record Counts(int nodes, int edges, int crossed, int shapeBytes, int names, CellGrid grid) {

        static Counts of(WalkNetwork network) {
            return new Counts(network.nodes(), network.edges(), network.cells.crossed.edges.length,
                    network.geometry.shapes.length, network.geometry.names.length, network.cells.grid);
        }

        void write(DataOutputStream out) throws IOException {
            for (int value : new int[]{MAGIC, VERSION, nodes, edges, crossed, shapeBytes, names, grid.minLat(),
                grid.minLon(), grid.cellLat(), grid.cellLon(), grid.rows(), grid.columns()}) {
                out.writeInt(value);
            }
        }

        static Counts read(DataInputStream in) throws IOException {
            if (in.readInt() != MAGIC) {
                throw new NetworkFileException("This file is not a walking network");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new NetworkFileException("This walking network has version " + version + ", not " + VERSION);
            }
            return new Counts(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), new CellGrid(
                    in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
    }
}
