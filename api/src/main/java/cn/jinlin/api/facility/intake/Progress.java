package cn.jinlin.api.facility.intake;

import org.springframework.modulith.NamedInterface;

/// Hears how far an import has come.
@NamedInterface("intake")
@FunctionalInterface
public interface Progress {

    /// Hears nothing.
    Progress SILENT = (step, rows) -> {};

    /// What is being done.
    enum Step {
        READING, CHECKING, WRITING
    }

    /// @param rows how many are done while reading; how many there are in the steps after it
    void at(Step step, long rows);
}
