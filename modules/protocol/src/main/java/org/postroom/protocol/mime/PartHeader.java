package org.postroom.protocol.mime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postroom.protocol.ContentType;
import org.postroom.protocol.Disposition;

/**
 * What a part says about itself (RFC 2045 §3, RFC 2183).
 *
 * @param boundary what its parts are divided by; empty where it names none
 */
record PartHeader(
        ContentType type,
        Optional<Disposition> disposition,
        String encoding,
        Optional<String> contentId,
        Optional<byte[]> boundary) {

    // More is cut off, so that long ones still match the beginning of their lines.
    private static final int MAX_BOUNDARY = 80;

    private static final Pattern TYPE =
            Pattern.compile(
                    "([\\w!#$&^.+%'*`{|}~-]{1,80}) ?/ ?([\\w!#$&^.+%'*`{|}~-]{1,80})(?: .*)?");

    /**
     * @param inDigest whether a part without a type is a message (RFC 2046 §5.1.5)
     */
    static PartHeader read(HeaderFields fields, boolean inDigest) {
        MimeField type = MimeField.read(fields.latin1("content-type"));
        String id = HeaderText.of(fields.value("content-id"));
        return new PartHeader(
                fields.has("content-type") ? type(type) : implied(inDigest),
                disposition(fields),
                encoding(fields),
                id.isEmpty() ? Optional.empty() : Optional.of(id),
                type.octets("boundary").map(PartHeader::bounded));
    }

    private static ContentType implied(boolean inDigest) {
        return inDigest ? new ContentType("message", "rfc822", Map.of()) : plain(Map.of());
    }

    // What is no type is plain text (RFC 2045 §5.2).
    private static ContentType type(MimeField field) {
        var words = TYPE.matcher(field.value());
        if (!words.matches()) {
            return plain(field.parameters());
        }
        return words.group(1).equalsIgnoreCase("text")
                ? text(words.group(2), field.parameters())
                : new ContentType(words.group(1), words.group(2), field.parameters());
    }

    private static ContentType plain(Map<String, String> parameters) {
        return text("plain", parameters);
    }

    // As IMAP servers say it, although it is implied only (RFC 2046 §4.1.2).
    private static ContentType text(String subtype, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.putIfAbsent("charset", "us-ascii");
        return new ContentType("text", subtype, all);
    }

    private static Optional<Disposition> disposition(HeaderFields fields) {
        MimeField field = MimeField.read(fields.latin1("content-disposition"));
        return field.value().isEmpty()
                ? Optional.empty()
                : Optional.of(new Disposition(firstWord(field.value()), field.parameters()));
    }

    private static String encoding(HeaderFields fields) {
        String value = MimeField.read(fields.latin1("content-transfer-encoding")).value();
        return value.isEmpty() ? "7bit" : firstWord(value).toLowerCase(Locale.ROOT);
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static byte[] bounded(byte[] boundary) {
        return Arrays.copyOf(boundary, Math.min(boundary.length, MAX_BOUNDARY));
    }

    boolean isMultipart() {
        return type.type().equals("multipart");
    }

    boolean isDigest() {
        return type.is("multipart/digest");
    }

    /** Whether a message lies within that can be read as it is, not encoded. */
    boolean isMessage() {
        boolean plain =
                switch (encoding) {
                    case "7bit", "8bit", "binary" -> true;
                    default -> false;
                };
        return plain && (type.is("message/rfc822") || type.is("message/global"));
    }

    /** Whether a list may guess from this alone that there is something to download. */
    boolean hintsAtAttachment() {
        return switch (type.type()) {
            case "multipart" -> !type.is("multipart/alternative") && !type.is("multipart/related");
            case "text" ->
                    disposition.filter(Disposition::isAttachment).isPresent()
                            || disposition.flatMap(Disposition::fileName).isPresent()
                            || type.parameter("name").isPresent();
            default -> true;
        };
    }
}
