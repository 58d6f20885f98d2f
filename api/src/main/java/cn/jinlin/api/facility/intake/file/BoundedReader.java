package cn.jinlin.api.facility.intake.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import org.springframework.modulith.NamedInterface;

/// Stops a record that never ends, such as one with an unclosed quote, before it fills the memory.
@NamedInterface("intake")
public final class BoundedReader extends FilterReader {

    /// Room for a field of ten million characters, which is then refused by its own name and line.
    private static final int MOST = 20_000_000;

    private long line = 1;
    private long read;

    public BoundedReader(Reader in) {
        super(in);
    }

    /// @param atLine where the record begins, for telling people
    public void startRecord(long atLine) {
        line = atLine;
        read = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int more) {
        read += more;
        if (read > MOST) {
            throw new IntakeRefused(Refusal.RECORD_TOO_LONG, line, MOST);
        }
    }
}
