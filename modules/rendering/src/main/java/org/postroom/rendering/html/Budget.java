package org.postroom.rendering.html;

import java.time.Duration;

/** What one cleaning may still use; once spent, the rest of the message is left out. */
final class Budget {

    private static final int NODES = 200_000;
    private static final int EMBEDDED_CHARACTERS = 16 * 1024 * 1024;

    private final long deadline;
    private int nodes = NODES;
    private int embedded = EMBEDDED_CHARACTERS;
    private boolean cut;

    Budget(Duration time) {
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** Counts one node; false when nothing more may be added. */
    boolean takeNode() {
        nodes--;
        if (nodes <= 0 || (nodes % 64 == 0 && isLate())) {
            nodes = 0;
            cut = true;
        }
        return nodes > 0;
    }

    /** Counts an embedded picture; false when it does not fit any more. */
    boolean takeEmbedded(int characters) {
        if (characters > embedded) {
            cut = true;
            return false;
        }
        embedded -= characters;
        return true;
    }

    boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }

    void cut() {
        cut = true;
    }

    boolean isCut() {
        return cut;
    }
}
