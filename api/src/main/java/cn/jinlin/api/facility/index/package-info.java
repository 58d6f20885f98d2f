/// Keeps the word index equal to the record: outbox, rebuild, reconciliation.
@NullMarked
package cn.jinlin.api.facility.index;

import org.jspecify.annotations.NullMarked;
