package cn.jinlin.api.booking.waitlist;

import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PlainField;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from an entry alone.
@Configuration(proxyBeanMethods = false)
class WaitlistWiring {

    @Bean
    RuntimeWiringConfigurer waitlistFields() {
        PlainField<WaitlistEntry> id = (entry, _) -> GlobalId.of(BookingIds.WAITLIST_ENTRY, entry.id());
        PlainField<WaitlistEntry> person = (entry, _) -> entry.person() == null
                ? null
                : GlobalId.of(Resident.TYPE, entry.person());
        PlainField<WaitlistEntry> hold = (entry, _) -> entry.claim() == null || entry.offeredUntil() == null
                ? null
                : GlobalId.of(BookingIds.HOLD, entry.claim());
        return wiring -> wiring.type(BookingIds.WAITLIST_ENTRY,
                type -> type.dataFetcher("id", id).dataFetcher("person", person).dataFetcher("hold", hold));
    }
}
