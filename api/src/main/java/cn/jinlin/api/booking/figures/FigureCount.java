package cn.jinlin.api.booking.figures;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import cn.jinlin.api.calendar.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts each night how appointments of this month and the last one went; no request waits for it. Older months stay as
/// they were counted: who is erased later takes nothing out of them.
@Component
class FigureCount {

    private static final Logger log = LoggerFactory.getLogger(FigureCount.class);
    private static final int MONTHS_AGAIN = 2;
    private static final int MONTHS_AT_FIRST = 13;

    private final FigureRows rows;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;

    FigureCount(FigureRows rows, WorkingCalendar calendar, TransactionTemplate transaction) {
        this.rows = rows;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    /// Once an hour it is looked whether the night's count was done; whichever node gets there first does it.
    @Scheduled(fixedDelay = 60, initialDelay = 15, timeUnit = TimeUnit.MINUTES)
    void countNightly() {
        try {
            if (countToday()) {
                log.info("The figures of appointments were counted");
            }
        } catch (DataAccessException | TransactionException recordAway) {
            log.warn("The figures of appointments could not be counted; it is tried again in an hour: {}",
                    recordAway.getClass().getName());
        }
    }

    /// @return false when another node did, or does
    boolean countToday() {
        LocalDate today = calendar.today();
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!rows.begin(today)) {
                return false;
            }
            int months = rows.isEmpty() ? MONTHS_AT_FIRST : MONTHS_AGAIN;
            LocalDate month = today.withDayOfMonth(1);
            for (int back = 0; back < months; back++) {
                rows.count(month.minusMonths(back), today);
            }
            return true;
        }));
    }
}
