package cn.jinlin.api.booking.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import cn.jinlin.api.graphql.Scalars;

/// Writes RFC 5545. Times are those of Asia/Shanghai, with its zone in the file: whoever travels sees the right hour.
final class CalendarFile {

    private static final String PRODUCT = "-//Jinlin//Appointments//ZH";
    private static final String DOMAIN = "@appointment.jinlin";
    private static final long EIGHT_HOURS = Duration.ofHours(8).toMillis();
    private static final int HOURLY = 1;
    /// In octets, without the line break.
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    /// @param name shown by programs that subscribe to it
    static String write(String name, List<CalendarEntry> entries) {
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId(PRODUCT);
        calendar.setName(name);
        calendar.setRefreshInterval(biweekly.util.Duration.builder().hours(HOURLY).build());
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.getTimezoneInfo()
                .setDefaultTimezone(new TimezoneAssignment(
                        TimeZone.getTimeZone(Scalars.SHANGHAI), shanghai()));
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        return folded(unfolded(calendar));
    }

    private static String unfolded(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// The library counts characters; RFC 5545 counts octets, three to a Chinese character.
    private static String folded(String file) {
        var text = new StringBuilder(file.length() * 2);
        file.lines().forEach(line -> {
            int octets = 0;
            for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
                String character = Character.toString(line.codePointAt(at));
                int more = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + more > LONGEST_LINE) {
                    text.append("\r\n ");
                    octets = 1;
                }
                text.append(character);
                octets += more;
            }
            text.append("\r\n");
        });
        return text.toString();
    }

    /// Without summer time since 1991: one offset is all there is to say of any appointment.
    private static VTimezone shanghai() {
        var standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(1991, 9, 15, 0, 0, 0, false));
        standard.setTimezoneOffsetFrom(new UtcOffset(EIGHT_HOURS));
        standard.setTimezoneOffsetTo(new UtcOffset(EIGHT_HOURS));
        standard.addTimezoneName("CST");
        var zone = new VTimezone(Scalars.SHANGHAI.getId());
        zone.addStandardTime(standard);
        return zone;
    }

    private static VEvent event(CalendarEntry entry) {
        var event = new VEvent();
        event.setUid(entry.id() + DOMAIN);
        event.setSequence(entry.sequence());
        event.setStatus(entry.isCancelled() ? Status.cancelled() : Status.confirmed());
        event.setDateTimeStamp(date(entry.changedAt()));
        event.setLastModified(date(entry.changedAt()));
        event.setDateStart(date(entry.startsAt()), true);
        event.setDateEnd(date(entry.endsAt()), true);
        event.setSummary(entry.summary());
        event.setLocation(entry.location());
        event.setDescription(entry.description());
        return event;
    }

    /// The library's instants.
    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
