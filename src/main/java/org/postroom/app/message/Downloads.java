package org.postroom.app.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.postroom.app.session.Mail;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;

/**
 * A section of any length, read range by range: each range borrows a store anew, so that a slow
 * browser holds none, and only one range is in memory.
 */
final class Downloads extends InputStream {

    private static final Logger LOG = Logger.getLogger(Downloads.class);
    private static final int RANGE = 512 << 10;

    private final Mail.Reading mail;
    private final MessageRef message;
    private final Section section;
    private final Runnable cut;
    private byte[] range = new byte[0];
    private int at;
    private long offset;
    private boolean ended;

    /**
     * @param cut ends the connection to the browser: a response that has begun can only be torn
     *     off, so that nobody takes a part of a file for all of it
     */
    Downloads(Mail.Reading mail, MessageRef message, Section section, Runnable cut) {
        this.mail = mail;
        this.message = message;
        this.section = section;
        this.cut = cut;
    }

    /** Reads ahead, so that a message that is gone is told before the response has begun. */
    Downloads begun() {
        next();
        return this;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        Objects.checkFromIndexSize(from, length, target.length);
        if (at == range.length && !ended) {
            goOn();
        }
        if (at == range.length) {
            return -1;
        }
        int count = Math.min(length, range.length - at);
        System.arraycopy(range, at, target, from, count);
        at += count;
        return count;
    }

    private void goOn() {
        try {
            next();
        } catch (RuntimeException e) {
            LOG.infof("A download was torn off: %s", e.getMessage());
            ended = true;
            cut.run();
        }
    }

    private void next() {
        SectionRange wanted = new SectionRange(section, offset, RANGE);
        Map<SectionRange, byte[]> read = mail.read(store -> store.read(message, List.of(wanted)));
        range = read.getOrDefault(wanted, new byte[0]);
        at = 0;
        offset += range.length;
        ended = range.length < RANGE;
    }
}
