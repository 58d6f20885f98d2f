package cn.jinlin.api.account.staff.proof;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

/// Which step of a sign-in follows which.
@Component
public class Steps {

    private final List<SecondFactor> factors;
    private final Tickets tickets;

    Steps(List<SecondFactor> factors, Tickets tickets) {
        this.factors = List.copyOf(factors);
        this.tickets = tickets;
    }

    /// Nobody of staff comes in by a password alone.
    public Step afterPassword(UUID staff) {
        return factors.stream().anyMatch(factor -> factor.isEnrolled(staff)) ? Step.SECOND_FACTOR : Step.ENROLMENT;
    }

    public String ticket(UUID staff, Step step) {
        return tickets.create(staff, step);
    }

    List<SecondFactor> factors() {
        return factors;
    }
}
