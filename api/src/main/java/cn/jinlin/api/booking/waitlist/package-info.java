/// Waiting for places in a full slot. An offer is a hold made for whoever is next.
@NullMarked
package cn.jinlin.api.booking.waitlist;

import org.jspecify.annotations.NullMarked;
