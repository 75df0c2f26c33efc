package org.postroom.testing.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A MIME entity (RFC 2045, section 2.4) that is being written: header fields as they stand, and an
 * encoded body.
 */
public final class MimePart {
    private static final byte[] CRLF = {'\r', '\n'};
    private final List<String> fields;
    private final byte[] body;

    private MimePart(List<String> fields, byte[] body) {
        this.fields = List.copyOf(fields);
        this.body = body;
    }

    /**
     * Text in lines that end in {@code \n} or CRLF.
     *
     * @param subtype with parameters if need be: {@code plain; format=flowed}
     */
    public static MimePart text(
            String subtype, String text, Charset charset, TransferEncoding encoding) {
        var parameters = subtype.split(";", 2);
        var rest = parameters.length == 1 ? "" : ";" + parameters[1];
        var octets = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(charset);
        return of("text/" + parameters[0] + "; charset=" + charset.name() + rest, octets, encoding);
    }

    /** Any octets in base64. */
    public static MimePart binary(String type, byte[] octets) {
        return of(type, octets, TransferEncoding.BASE64);
    }

    /** Any octets in any encoding. */
    public static MimePart of(String type, byte[] octets, TransferEncoding encoding) {
        return new MimePart(
                List.of("Content-Type: " + type, "Content-Transfer-Encoding: " + encoding.label()),
                encoding.encode(octets));
    }

    /** Header fields and body exactly as given, right or wrong. */
    public static MimePart raw(List<String> fields, byte[] body) {
        return new MimePart(fields, body);
    }

    /** A message inside a message. */
    public static MimePart message(byte[] raw) {
        return new MimePart(List.of("Content-Type: message/rfc822"), raw);
    }

    /** Several parts; {@code subtype} with parameters if need be. */
    public static MimePart multipart(String subtype, MimePart... parts) {
        var boundary = boundary(parts);
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            line(out, "--" + boundary);
            part.writeTo(out);
            out.writeBytes(CRLF);
        }
        line(out, "--" + boundary + "--");
        return new MimePart(
                List.of(
                        "Content-Type: multipart/"
                                + subtype
                                + ";\r\n boundary=\""
                                + boundary
                                + '"'),
                out.toByteArray());
    }

    /**
     * Depends on the content only, so that the same seed gives the same octets; the length keeps
     * nested ones apart.
     */
    private static String boundary(MimePart... parts) {
        int hash = parts.length;
        long length = 0;
        for (var part : parts) {
            hash = 31 * hash + Arrays.hashCode(part.body);
            length += part.body.length;
        }
        return "=_" + Long.toHexString(length) + "_" + Integer.toHexString(hash);
    }

    /** The same part with one more header field, written as given. */
    public MimePart with(String field) {
        var more = new ArrayList<>(fields);
        more.add(field);
        return new MimePart(more, body);
    }

    /** The same part as an attachment of this name. */
    public MimePart attached(String fileName, FileNameStyle style) {
        return with(
                "Content-Disposition: attachment;\r\n " + style.parameter("filename", fileName));
    }

    /** The same part to be shown inside HTML as {@code cid:…}. */
    public MimePart embedded(String contentId, String fileName) {
        return with("Content-ID: <" + contentId + ">")
                .with("Content-Disposition: inline; filename=\"" + fileName + '"');
    }

    void writeTo(ByteArrayOutputStream out) {
        fields.forEach(field -> line(out, field));
        out.writeBytes(CRLF);
        out.writeBytes(body);
    }

    static void line(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(CRLF);
    }
}
