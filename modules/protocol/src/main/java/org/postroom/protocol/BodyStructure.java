package org.postroom.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tree of a message's parts, without their contents (RFC 9051 §7.5.2, BODYSTRUCTURE).
 *
 * <p>Paths are those of BODY[…]: the only part of a message is {@code 1}, a multipart at its top
 * has the empty path; within a message part {@code 3} a multipart is {@code 3} as well, an only
 * part {@code 3.1}. What lies deeper than 50 parts or beyond 1,000 is left out.
 */
public sealed interface BodyStructure {

    PartPath path();

    ContentType type();

    Optional<Disposition> disposition();

    /**
     * A part without parts.
     *
     * @param encoding the Content-Transfer-Encoding in lower case, {@code 7bit} where none is named
     * @param contentId with its angle brackets, as written
     * @param size in octets as transferred (still encoded)
     */
    record SinglePart(
            PartPath path,
            ContentType type,
            Optional<Disposition> disposition,
            String encoding,
            Optional<String> contentId,
            long size)
            implements BodyStructure {

        /**
         * From the disposition, else from the type's {@code name}; a stranger's text, not yet safe
         * to use.
         */
        public Optional<String> fileName() {
            return disposition.flatMap(Disposition::fileName).or(() -> type.parameter("name"));
        }
    }

    /** A multipart (RFC 2046 §5.1). */
    record MultiPart(
            PartPath path,
            ContentType type,
            Optional<Disposition> disposition,
            List<BodyStructure> parts)
            implements BodyStructure {
        public MultiPart {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A message inside a message (message/rfc822, RFC 2046 §5.2.1).
     *
     * @param encoding as in {@link SinglePart}
     * @param size in octets as transferred
     */
    record MessagePart(
            PartPath path,
            ContentType type,
            Optional<Disposition> disposition,
            String encoding,
            long size,
            Envelope envelope,
            BodyStructure body)
            implements BodyStructure {}

    /** This part and all below it in reading order; a message inside is given, but not entered. */
    default Stream<BodyStructure> flattened() {
        return switch (this) {
            case MultiPart multi ->
                    Stream.concat(
                            Stream.of(multi),
                            multi.parts().stream().flatMap(BodyStructure::flattened));
            case SinglePart single -> Stream.of(single);
            case MessagePart message -> Stream.of(message);
        };
    }

    /**
     * Whether a list should show the attachment mark: an attachment, a named part that is no
     * embedded picture, or a message.
     */
    default boolean hasAttachment() {
        return flattened().anyMatch(BodyStructure::isAttachment);
    }

    /** Whether this very part is one that people call an attachment. */
    default boolean isAttachment() {
        return switch (this) {
            case MultiPart _ -> false;
            case MessagePart _ -> true;
            case SinglePart part ->
                    part.disposition().filter(Disposition::isAttachment).isPresent()
                            || (part.contentId().isEmpty() && part.fileName().isPresent())
                            || (part.contentId().isEmpty() && !part.type().type().equals("text"));
        };
    }
}
