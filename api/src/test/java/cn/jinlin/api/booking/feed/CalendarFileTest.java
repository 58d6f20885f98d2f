package cn.jinlin.api.booking.feed;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.graphql.Scalars;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The files, as another library than the one that wrote them reads them, and by the letter of RFC 5545.
class CalendarFileTest {

    private static final UUID ID = UUID.fromString("30000000-0000-4000-8000-000000000001");

    /// National Day of 2026: the Friday before, the Saturday worked instead, and the Monday after it.
    @ParameterizedTest
    @ValueSource(strings = {"2026-09-30T09:00", "2026-10-09T09:00", "2026-10-10T09:00", "2026-10-12T09:00",
        "2026-12-31T23:30"})
    void aClientReadsTheTimeOfTheClockInShanghai(String local) throws Exception {
        Instant start = LocalDateTime.parse(local).atZone(Scalars.SHANGHAI).toInstant();

        VEvent event = read(file(entry(start, 0, false))).<VEvent>getComponents(Component.VEVENT).getFirst();

        Temporal read = Objects.requireNonNull(event.getDateTimeStart()).getDate();
        assertThat(ZonedDateTime.from(read).toInstant()).isEqualTo(start);
        assertThat(ZonedDateTime.from(read).toLocalDateTime()).isEqualTo(LocalDateTime.parse(local));
        Temporal end = Objects.requireNonNull(event.getDateTimeEnd()).getDate();
        assertThat(ZonedDateTime.from(end).toInstant()).isEqualTo(start.plus(Duration.ofMinutes(30)));
    }

    @Test
    void aMovedAppointmentIsTheSameOneAndACancelledOneSaysSo() throws Exception {
        Instant start = Instant.parse("2026-10-10T01:00:00Z");
        VEvent first = event(entry(start, 0, false));
        VEvent moved = event(entry(start.plus(Duration.ofDays(2)), 1, false));
        VEvent cancelled = event(entry(start.plus(Duration.ofDays(2)), 2, true));

        assertThat(moved.getUid().orElseThrow().getValue()).isEqualTo(first.getUid().orElseThrow().getValue())
                .startsWith(ID.toString());
        assertThat(value(first, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(moved, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(moved, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(cancelled, Property.SEQUENCE)).isEqualTo("2");
    }

    @Test
    void theZoneIsInTheFileAndTheFileIsValidByTheReadersOwnRules() throws Exception {
        Calendar calendar = read(file(entry(Instant.parse("2026-10-10T01:00:00Z"), 0, false)));
        VTimeZone zone = calendar.<VTimeZone>getComponents(Component.VTIMEZONE).getFirst();
        assertThat(value(zone, Property.TZID)).isEqualTo("Asia/Shanghai");
        assertThat(calendar.validate().hasErrors()).isFalse();
    }

    @Test
    void linesEndAndFoldAsTheStandardWants() {
        String file = file(entry(Instant.parse("2026-10-10T01:00:00Z"), 0, false));

        assertThat(file).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(Arrays.stream(file.split("\r\n")).map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75);
        assertThat(file).contains("DTSTART;TZID=Asia/Shanghai:20261010T090000\r\n");
    }

    @Test
    void whatSomebodyWroteCannotBecomeALineOfItsOwn() throws Exception {
        var nasty = new CalendarEntry(ID, 0, false, Instant.parse("2026-10-10T01:00:00Z"),
                Instant.parse("2026-10-10T01:30:00Z"), Instant.parse("2026-09-29T02:00:00Z"),
                "体检\r\nATTENDEE:mailto:a@example.cn", "a;b,c\\d", "x\nEND:VEVENT");
        VEvent event = event(nasty);
        assertThat(event.getAttendees()).isEmpty();
        assertThat(value(event, Property.LOCATION)).isEqualTo("a;b,c\\d");
        assertThat(value(event, Property.DESCRIPTION)).contains("END:VEVENT");
    }

    @Test
    void anEmptyCalendarCanStillBeRead() throws Exception {
        assertThat(read(CalendarFile.write("空", List.of())).<VEvent>getComponents(Component.VEVENT)).isEmpty();
    }

    private static CalendarEntry entry(Instant start, int sequence, boolean isCancelled) {
        return new CalendarEntry(ID, sequence, isCancelled, start, start.plus(Duration.ofMinutes(30)),
                Instant.parse("2026-09-29T02:00:00Z"), "老年人健康体检(含骨密度、血压、血糖与心电图检查以及家庭医生签约续约)",
                "梅园街道社区卫生服务中心, 梅园路88弄3号", "预约号:A1234\n3 号窗口");
    }

    private static String file(CalendarEntry entry) {
        return CalendarFile.write("近邻预约", List.of(entry));
    }

    private static VEvent event(CalendarEntry entry) throws Exception {
        return read(file(entry)).<VEvent>getComponents(Component.VEVENT).getFirst();
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).orElseThrow().getValue();
    }

    private static Calendar read(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
    }
}
