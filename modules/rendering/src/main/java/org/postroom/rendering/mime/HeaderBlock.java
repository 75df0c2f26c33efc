package org.postroom.rendering.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header fields of a message in their order (RFC 5322 section 2.2), bounded.
 *
 * @param fields unfolded, repeated fields kept
 * @param cut whether something lay beyond a limit and is missing
 */
public record HeaderBlock(List<HeaderField> fields, boolean cut) {

    /** Longest field that is kept whole, in octets. */
    public static final int FIELD_LIMIT = 64 * 1024;

    /** Longest header block that is read, in octets. */
    public static final int BLOCK_LIMIT = 1024 * 1024;

    /** Copies the list. */
    public HeaderBlock {
        fields = List.copyOf(fields);
    }

    /**
     * Reads the octets of a header block, up to the empty line or the end. Lines that are no field
     * are left out; octets beyond ASCII are read as UTF-8 where they are valid, else by detection.
     */
    public static HeaderBlock parse(byte[] octets) {
        return new Reader(octets).read();
    }

    /** The values of all fields of this name, in order. */
    public List<String> all(String name) {
        return fields.stream().filter(field -> field.is(name)).map(HeaderField::value).toList();
    }

    /** The value of the first field of this name. */
    public Optional<String> first(String name) {
        return fields.stream().filter(field -> field.is(name)).map(HeaderField::value).findFirst();
    }

    private static final class Reader {
        private final byte[] octets;
        private final int end;
        private final List<HeaderField> fields = new ArrayList<>();
        private boolean cut;
        private int position;

        Reader(byte[] octets) {
            this.octets = octets;
            this.end = Math.min(octets.length, BLOCK_LIMIT);
        }

        HeaderBlock read() {
            while (position < end && !atEmptyLine()) {
                int start = position;
                do {
                    position = afterLine(position);
                } while (position < end && isFolding(octets[position]) && !atEmptyLine());
                add(start, position);
            }
            boolean blockCut = octets.length > end && position >= end;
            return new HeaderBlock(fields, cut || blockCut);
        }

        private boolean atEmptyLine() {
            return octets[position] == '\n'
                    || (octets[position] == '\r'
                            && (position + 1 >= end || octets[position + 1] == '\n'));
        }

        private static boolean isFolding(byte octet) {
            return octet == ' ' || octet == '\t';
        }

        private int afterLine(int from) {
            int at = from;
            while (at < end && octets[at] != '\n') {
                at++;
            }
            return Math.min(at + 1, end);
        }

        private void add(int from, int to) {
            int length = Math.min(to - from, FIELD_LIMIT);
            cut |= to - from > FIELD_LIMIT;
            var field = new byte[length];
            System.arraycopy(octets, from, field, 0, length);
            var text = unfolded(Charsets.decode(field, null));
            int colon = text.indexOf(':');
            if (colon > 0 && isName(text.substring(0, colon).stripTrailing())) {
                fields.add(
                        new HeaderField(
                                text.substring(0, colon).stripTrailing(),
                                text.substring(colon + 1).strip()));
            }
        }

        private static boolean isName(String name) {
            return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7F);
        }

        private static String unfolded(String text) {
            var out = new StringBuilder(text.length());
            text.chars().filter(c -> c != '\r' && c != '\n').forEach(c -> out.append((char) c));
            return out.toString();
        }
    }
}
