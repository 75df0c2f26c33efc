package org.postroom.app.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Says how long something takes, rounded up so that nobody comes too early. */
@ApplicationScoped
public class Pauses {

    private static final long FEW = 90;
    private static final long SIXTY = 60;

    @Inject TimeSentences say;

    /** In the largest unit that leaves a number of some precision; at least a second. */
    public String inWords(Duration time) {
        long seconds = Math.max(1, time.plusMillis(999).toSeconds());
        long minutes = Math.ceilDiv(seconds, SIXTY);
        if (seconds < FEW) {
            return say.seconds(seconds);
        }
        return minutes < FEW ? say.minutes(minutes) : say.hours(Math.ceilDiv(minutes, SIXTY));
    }
}
