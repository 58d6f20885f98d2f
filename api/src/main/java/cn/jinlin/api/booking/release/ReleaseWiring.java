package cn.jinlin.api.booking.release;

import java.time.Clock;
import java.time.Instant;

import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.offer.SlotRelease;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PlainField;
import graphql.schema.DataFetcher;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from a release, a ticket or a chance alone.
@Configuration(proxyBeanMethods = false)
class ReleaseWiring {

    private final Releases releases;
    private final Clock clock;

    ReleaseWiring(Releases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    @Bean
    RuntimeWiringConfigurer releaseFields() {
        PlainField<Release> id = (release, _) -> GlobalId.of(Release.TYPE, release.id());
        DataFetcher<@Nullable Instant> opensAt = env -> {
            Release release = env.getSource();
            return release == null ? null : opensAt(release);
        };
        DataFetcher<@Nullable Integer> perSecond = env -> {
            Release release = env.getSource();
            return release == null || release.kind() == SlotRelease.LOTTERY
                    ? null
                    : Integer.valueOf(releases.rule(release.service()).roomPerSecond());
        };
        return wiring -> wiring.type(Release.TYPE,
                type -> type.dataFetcher("id", id)
                        .dataFetcher("opensAt", opensAt)
                        .dataFetcher("admitsPerSecond", perSecond));
    }

    private @Nullable Instant opensAt(Release release) {
        return release.kind() == SlotRelease.LOTTERY
                ? null
                : release.releasesAt().minus(releases.rule(release.service()).roomOpens());
    }

    @Bean
    RuntimeWiringConfigurer chanceFields() {
        PlainField<ReleaseTicket> ticketId = (ticket, _) -> GlobalId.of(ReleaseTicket.TYPE, ticket.id());
        PlainField<ReleaseTicket> ticketNumber = (ticket, _) -> Long.toString(ticket.number());
        PlainField<ReleaseTicket> state = (ticket, _) -> ticket.stateAt(clock.instant());
        PlainField<LotteryEntry> entryId = (entry, _) -> GlobalId.of(LotteryEntry.TYPE, entry.id());
        PlainField<LotteryEntry> entryNumber = (entry, _) -> Long.toString(entry.number());
        PlainField<LotteryEntry> slot = (entry, _) -> GlobalId.of(BookingIds.SLOT, entry.slot());
        PlainField<LotteryEntry> release = (entry, _) -> GlobalId.of(Release.TYPE, entry.release());
        PlainField<LotteryEntry> person = (entry, _) -> entry.person() == null
                ? null
                : GlobalId.of(Resident.TYPE, entry.person());
        PlainField<LotteryEntry> hold = (entry, _) -> entry.claim() == null || entry.heldUntil() == null
                ? null
                : GlobalId.of(BookingIds.HOLD, entry.claim());
        PlainField<ReleaseInputs.Drawn> drawnNumber = (drawn, _) -> Long.toString(drawn.number());
        PlainField<ReleaseInputs.Drawn> drawnSlot = (drawn, _) -> drawn.slot() == null
                ? null
                : GlobalId.of(BookingIds.SLOT, drawn.slot());
        return wiring -> wiring
                .type(ReleaseTicket.TYPE,
                        type -> type.dataFetcher("id", ticketId)
                                .dataFetcher("number", ticketNumber)
                                .dataFetcher("state", state))
                .type(LotteryEntry.TYPE,
                        type -> type.dataFetcher("id", entryId)
                                .dataFetcher("number", entryNumber)
                                .dataFetcher("slot", slot)
                                .dataFetcher("release", release)
                                .dataFetcher("person", person)
                                .dataFetcher("hold", hold))
                .type("DrawnNumber",
                        type -> type.dataFetcher("number", drawnNumber).dataFetcher("slot", drawnSlot));
    }
}
