package cn.jinlin.api.account.staff.proof;

/// What a sign-in needs next.
public enum Step {
    /// Another password than the one that was given.
    PASSWORD_CHANGE("password_change_required"),
    /// A second factor, for there is none yet.
    ENROLMENT("enrolment_required"),
    /// Proof by the second factor.
    SECOND_FACTOR("second_factor_required"),
    /// Nothing: the ticket alone gives the tokens.
    TOKEN("token");

    private final String refusal;

    Step(String refusal) {
        this.refusal = refusal;
    }

    /// The code of the refusal that asks for it.
    String refusal() {
        return refusal;
    }
}
