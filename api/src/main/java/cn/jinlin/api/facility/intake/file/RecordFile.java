package cn.jinlin.api.facility.intake.file;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A file of records, opened and its columns understood.
public interface RecordFile extends AutoCloseable {

    /// The fields the file speaks of at all; a field outside says nothing about any record, rather than that it is
    /// empty.
    Set<Field> fields();

    /// Columns that mean nothing to us, as the file names them.
    List<String> ignoredColumns();

    /// Hands out the records in order, once. Whether the records of one id belong together is told by
    /// [#mergesRepeatedIds()].
    ///
    /// @throws cn.jinlin.api.facility.intake.report.IntakeRefused when the file breaks off or cannot be read on
    void forEach(Consumer<RawRecord> taker);

    /// True where a facility is spread over several records, one for each of its services.
    boolean mergesRepeatedIds();

    @Override
    void close();
}
