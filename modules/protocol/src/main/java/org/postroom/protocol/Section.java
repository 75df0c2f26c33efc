package org.postroom.protocol;

/**
 * What of a message is wanted: a part's content, or the header block of the message (RFC 9051
 * §6.4.5.1).
 *
 * @param text which text of the part; {@link Text#HEADER} of the message itself or of a message
 *     part
 */
public record Section(PartPath path, Text text) {

    /** The texts that a part has. */
    public enum Text {
        /** {@code BODY[]}, {@code BODY[1.2]}: as transferred, still encoded. */
        CONTENT,
        /** {@code BODY[HEADER]}, {@code BODY[2.HEADER]}: the header block with its empty line. */
        HEADER,
        /** {@code BODY[1.MIME]}: a part's own MIME header. */
        MIME
    }

    /** The whole message as it was received. */
    public static final Section SOURCE = new Section(PartPath.MESSAGE, Text.CONTENT);

    /** The message's own header block. */
    public static final Section HEADER = new Section(PartPath.MESSAGE, Text.HEADER);

    public static Section content(PartPath path) {
        return new Section(path, Text.CONTENT);
    }
}
