package org.postroom.app.telemetry;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Everything that is logged, ours down to the finest, with its stack traces. */
final class HeardLines extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("org.postroom");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final @Nullable Level before = OURS.getLevel();

    /** Listens from now on, until it is closed. */
    static HeardLines begin() {
        HeardLines heard = new HeardLines();
        heard.setLevel(Level.ALL);
        OURS.setLevel(Level.ALL);
        ROOT.addHandler(heard);
        return heard;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord told) {
        StringWriter line = new StringWriter();
        line.append(message(told));
        if (told.getThrown() != null) {
            told.getThrown().printStackTrace(new PrintWriter(line, true));
        }
        lines.add(line.toString());
    }

    private static String message(LogRecord told) {
        return told instanceof ExtLogRecord known
                ? known.getFormattedMessage()
                : MessageFormat.format(told.getMessage(), told.getParameters());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        OURS.setLevel(before);
    }
}
