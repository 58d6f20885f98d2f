/// Appointments: what can be booked, who has a place, the line at the desk.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "security", "personal", "calendar", "capacity", "cache", "watch",
    "region", "facility", "facility :: intake", "ledger", "limits", "live", "notification", "account :: family",
    "account :: person", "account :: staff", "account :: resident", "account :: access"})
package cn.jinlin.api.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
