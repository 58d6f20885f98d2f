package cn.jinlin.api.booking.appointment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long what is said in a booking is kept after the visit.
///
/// @param answers to the service's questions; nobody needs them once it is over
/// @param people whose visit it was: as long as it can be contested (Civil Code, article 188)
@ConfigurationProperties("jinlin.booking.kept")
record AppointmentsKept(@DefaultValue("90d") Duration answers, @DefaultValue("1095d") Duration people) {}
