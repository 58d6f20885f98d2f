package cn.jinlin.api.account.staff.proof;

import java.util.UUID;

/// A second way of proving who one is, beside the password. Beans of this kind are found by the parameter of the token
/// request that carries their proof.
public interface SecondFactor {

    /// The parameter that carries its proof: `code`.
    String parameter();

    /// Whether somebody has taken it into use. A sign-in without any is asked to take one.
    boolean isEnrolled(UUID staff);

    /// Whether the proof is right. No proof is right twice.
    boolean verify(UUID staff, String proof);

    /// Forgets it: the member lost it.
    void remove(UUID staff);
}
