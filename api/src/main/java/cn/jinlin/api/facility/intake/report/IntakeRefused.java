package cn.jinlin.api.facility.intake.report;

import java.io.Serial;

import org.springframework.modulith.NamedInterface;

/// A file cannot be taken at all; nothing was written. Carries what to tell people and is no fault of the program.
@NamedInterface("intake")
public final class IntakeRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Refusal reason;
    private final transient Wording wording;

    public IntakeRefused(Refusal reason, Object... arguments) {
        this(reason, Wording.of(reason.name(), arguments));
    }

    private IntakeRefused(Refusal reason, Wording wording) {
        super(wording.zh() + " / " + wording.en());
        this.reason = reason;
        this.wording = wording;
    }

    public Refusal reason() {
        return reason;
    }

    public Wording wording() {
        return wording;
    }
}
