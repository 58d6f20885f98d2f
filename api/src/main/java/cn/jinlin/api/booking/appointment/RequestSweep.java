package cn.jinlin.api.booking.appointment;

import cn.jinlin.api.personal.RetentionRule;
import org.springframework.stereotype.Component;

/// Keys of acts are kept for a day: no client asks again after that.
@Component
class RequestSweep implements RetentionRule {

    private final BookingRequests requests;

    RequestSweep(BookingRequests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "booking-request";
    }

    @Override
    public int apply() {
        return requests.forgetOld();
    }
}
