package cn.jinlin.api.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gathers the events of a transaction and writes them as its last act, topics in order: their rows are locked for a moment
/// only, and no two transactions wait for each other.
@Component
class LivePublishing {

    private final LiveRecords records;
    private final TransactionTemplate transaction;

    LivePublishing(LiveRecords records, TransactionTemplate transaction) {
        this.records = records;
        this.transaction = transaction;
    }

    void add(LiveRecords.Written event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            transaction.executeWithoutResult(_ -> records.append(List.of(event)));
            return;
        }
        Gathered gathered = (Gathered) TransactionSynchronizationManager.getResource(this);
        if (gathered == null) {
            gathered = new Gathered();
            TransactionSynchronizationManager.bindResource(this, gathered);
            TransactionSynchronizationManager.registerSynchronization(gathered);
        }
        gathered.events.add(event);
    }

    private final class Gathered implements TransactionSynchronization {

        private final List<LiveRecords.Written> events = new ArrayList<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(LivePublishing.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(LivePublishing.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            events.sort(Comparator.comparing(LiveRecords.Written::topic));
            records.append(events);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(LivePublishing.this);
        }
    }
}
