package org.postroom.testing.corpus;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** The daily note of a harbour office: wind, water and what happened. */
final class HarbourLog {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final List<String> WINDS = List.of("N", "NE", "E", "SE", "S", "SW", "W", "NW");
    private static final List<String[]> NOTES =
            TextResource.lines("harbour-log.txt").map(line -> line.split(" \\| ")).toList();

    private HarbourLog() {}

    static CorpusMessage of(int number, Instant when) {
        var random = new SplittableRandom(number);
        var note = NOTES.get(Math.floorMod(number, NOTES.size()));
        var wind = WINDS.get(random.nextInt(WINDS.size())) + " " + random.nextInt(1, 8);
        var office = People.named("harbour");
        var draft = new MessageDraft().from(office).to(People.ME).date(when);
        draft.subject("Harbour log, " + DAY.format(when) + ": " + note[0]);
        draft.id("log-" + number + "." + when.getEpochSecond() + "@" + office.domain());
        var water =
                "High water %02d:%02d, %.1f m."
                        .formatted(
                                random.nextInt(12), random.nextInt(60), 3 + random.nextDouble(2));
        var text = Wrapping.fixed(note[1] + "\n\nWind " + wind + ". " + water);
        return new CorpusMessage(draft.withText(text), Set.of("\\Seen"), when, "INBOX");
    }
}
