package org.postroom.app.layout;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, numbers and sizes in the reader's own words and time zone. */
public final class Formats {

    private static final Locale LOCALE = Locale.ENGLISH;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", LOCALE);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEE d MMM", LOCALE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", LOCALE);
    private static final DateTimeFormatter DAY_AND_YEAR =
            DateTimeFormatter.ofPattern("d MMM yyyy", LOCALE);
    private static final DateTimeFormatter LONG_DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM", LOCALE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", LOCALE);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", LOCALE);
    private static final int WEEK = 7;

    private final ZoneId zone;
    private final Clock clock;

    public Formats(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    public ZoneId zone() {
        return zone;
    }

    /** As short as it can be understood: the time today, the day this year, else the date. */
    public String shortDate(Instant moment) {
        LocalDate day = day(moment);
        LocalDate today = today();
        if (day.equals(today)) {
            return TIME.format(moment.atZone(zone));
        }
        if (day.isAfter(today.minusDays(WEEK)) && day.isBefore(today)) {
            return WEEKDAY.format(day);
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    /** Day and time: {@code Today, 14:05}. */
    public String dateAndTime(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        String time = TIME.format(local);
        LocalDate today = today();
        LocalDate day = local.toLocalDate();
        if (day.equals(today)) {
            return "Today, " + time;
        }
        if (day.equals(today.minusDays(1))) {
            return "Yesterday, " + time;
        }
        return (day.getYear() == today.getYear() ? WEEKDAY : DAY_AND_YEAR).format(local)
                + ", "
                + time;
    }

    /** Nothing left out, with the time zone. */
    public String fullDate(Instant moment) {
        return FULL.format(moment.atZone(zone)) + " (" + zone.getId() + ")";
    }

    /** For machines: {@code datetime} attributes. */
    public String machineDate(Instant moment) {
        return moment.toString();
    }

    /** The heading that a message stands under in a list sorted by date. */
    public String dayHeading(Instant moment) {
        LocalDate day = day(moment);
        LocalDate today = today();
        if (day.equals(today)) {
            return "Today";
        }
        if (day.equals(today.minusDays(1))) {
            return "Yesterday";
        }
        boolean thisWeek = day.isAfter(today.minusDays(WEEK)) && day.isBefore(today);
        return (thisWeek ? LONG_DAY : MONTH).format(day);
    }

    /** A number with its thousands marked. */
    public static String number(long number) {
        return String.format(LOCALE, "%,d", number);
    }

    /** A size in the largest unit that leaves a small number: {@code 340 kB}, {@code 1.2 MB}. */
    public static String size(long octets) {
        if (octets < 1000) {
            return octets + " bytes";
        }
        double value = octets;
        String[] units = {"kB", "MB", "GB", "TB"};
        int unit = -1;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return (value < 10 && unit > 0
                        ? String.format(LOCALE, "%.1f", value)
                        : Long.toString(Math.round(value)))
                + " "
                + units[unit];
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
