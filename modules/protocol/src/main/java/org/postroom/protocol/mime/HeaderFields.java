package org.postroom.protocol.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a header block that we read (RFC 5322 §2.2), taken in line by line. Fields that
 * come twice are read as Dovecot reads them; what goes beyond the bounds is cut off.
 */
final class HeaderFields {

    /** What counts of a field that comes more than once. */
    private enum Repeated {
        FIRST,
        LAST,
        ALL
    }

    private static final Map<String, Repeated> READ =
            Map.ofEntries(
                    Map.entry("date", Repeated.LAST),
                    Map.entry("subject", Repeated.LAST),
                    Map.entry("from", Repeated.ALL),
                    Map.entry("sender", Repeated.ALL),
                    Map.entry("reply-to", Repeated.ALL),
                    Map.entry("to", Repeated.ALL),
                    Map.entry("cc", Repeated.ALL),
                    Map.entry("bcc", Repeated.ALL),
                    Map.entry("in-reply-to", Repeated.LAST),
                    Map.entry("message-id", Repeated.LAST),
                    Map.entry("references", Repeated.FIRST),
                    Map.entry("received", Repeated.FIRST),
                    Map.entry("content-type", Repeated.FIRST),
                    Map.entry("content-disposition", Repeated.FIRST),
                    Map.entry("content-transfer-encoding", Repeated.FIRST),
                    Map.entry("content-id", Repeated.FIRST));

    private static final int MAX_NAME = 80;
    private static final int MAX_FIELD = 64 << 10;
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] COMMA = {',', ' '};

    private final int maxOctets;
    private final Map<String, ByteArrayOutputStream> values = new HashMap<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream field = new ByteArrayOutputStream();
    private @Nullable String name;
    private int kept;

    /**
     * @param maxOctets how much of all fields together is kept
     */
    HeaderFields(int maxOctets) {
        this.maxOctets = maxOctets;
    }

    /** Fields from a header block at hand, which may lack its end. */
    static HeaderFields of(byte[] block, int maxOctets) {
        HeaderFields fields = new HeaderFields(maxOctets);
        int from = 0;
        while (from < block.length && !isEmptyLine(block, from)) {
            int to = afterLine(block, from);
            fields.octets(block, from, to);
            fields.endLine();
            from = to;
        }
        fields.end();
        return fields;
    }

    private static boolean isEmptyLine(byte[] block, int from) {
        return block[from] == '\n'
                || (block[from] == '\r' && from + 1 < block.length && block[from + 1] == '\n');
    }

    private static int afterLine(byte[] block, int from) {
        int at = from;
        while (at < block.length && block[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, block.length);
    }

    /** A piece of the present line. */
    void octets(byte[] buffer, int from, int to) {
        line.write(buffer, from, Math.min(to - from, MAX_NAME + MAX_FIELD - line.size()));
    }

    /** The line is complete. */
    void endLine() {
        byte[] octets = line.toByteArray();
        line.reset();
        if (octets.length > 0 && (octets[0] == ' ' || octets[0] == '\t')) {
            take(octets, 0);
        } else {
            endField();
            begin(octets);
        }
    }

    /** The present line is not of this header. */
    void dropLine() {
        line.reset();
    }

    /** Nothing follows. */
    void end() {
        endField();
        line.reset();
    }

    private void begin(byte[] octets) {
        int colon = 0;
        while (colon < octets.length && octets[colon] != ':') {
            colon++;
        }
        if (colon < octets.length && colon < MAX_NAME) {
            String written = new String(octets, 0, colon, StandardCharsets.ISO_8859_1);
            name = wanted(written.stripTrailing().toLowerCase(Locale.ROOT));
            take(octets, afterSpace(octets, colon + 1));
        }
    }

    private @Nullable String wanted(String candidate) {
        Repeated repeated = READ.get(candidate);
        boolean again = repeated == Repeated.FIRST && values.containsKey(candidate);
        return repeated == null || again ? null : candidate;
    }

    private static int afterSpace(byte[] octets, int from) {
        int at = from;
        while (at < octets.length && (octets[at] == ' ' || octets[at] == '\t')) {
            at++;
        }
        return at;
    }

    private void take(byte[] octets, int from) {
        if (name != null) {
            int room = Math.min(MAX_FIELD - field.size(), maxOctets - kept - field.size());
            field.write(octets, from, Math.clamp(octets.length - from, 0, Math.max(0, room)));
        }
    }

    private void endField() {
        if (name != null) {
            ByteArrayOutputStream value =
                    values.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
            int before = value.size();
            add(value, READ.get(name) == Repeated.ALL);
            kept += value.size() - before;
        }
        field.reset();
        name = null;
    }

    // What a field that comes a million times has already is not copied each time.
    private void add(ByteArrayOutputStream value, boolean joined) {
        if (!joined) {
            value.reset();
        } else if (value.size() > 0 && field.size() > 0) {
            value.writeBytes(COMMA);
        }
        value.writeBytes(field.toByteArray());
    }

    /** The octets after the colon, folds and all; none where there is no such field. */
    byte[] value(String fieldName) {
        ByteArrayOutputStream value = values.get(fieldName);
        return value == null ? NOTHING : value.toByteArray();
    }

    /** The value's octets as characters from 0 to 255. */
    String latin1(String fieldName) {
        return new String(value(fieldName), StandardCharsets.ISO_8859_1);
    }

    boolean has(String fieldName) {
        return values.containsKey(fieldName);
    }

    /** How many octets are kept. */
    int size() {
        return kept;
    }
}
