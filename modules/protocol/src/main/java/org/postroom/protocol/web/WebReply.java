package org.postroom.protocol.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A web server's answer (RFC 9112).
 *
 * @param headers names in lower case; of several of a name the last
 * @param body empty unless the status is 200
 */
public record WebReply(int status, Map<String, String> headers, byte[] body) {

    private static final int MAX_LINE = 8 << 10;
    private static final int MAX_HEADERS = 100;
    private static final int MAX_DIGITS = 12;

    /** Reads to the end of the answer; the connection's budget bounds what that may be. */
    static WebReply read(InputStream in, int maxOctets) throws IOException {
        int status = status(line(in));
        Map<String, String> headers = new HashMap<>();
        String header = line(in);
        while (!header.isEmpty()) {
            int colon = header.indexOf(':');
            if (colon < 1 || headers.size() >= MAX_HEADERS) {
                throw new IOException("The web server's header cannot be read");
            }
            String name = header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.put(name, header.substring(colon + 1).strip());
            header = line(in);
        }
        byte[] body = status == 200 ? new Body(in, maxOctets).read(headers) : new byte[0];
        return new WebReply(status, Map.copyOf(headers), body);
    }

    /** Where the answer says to look instead. */
    public Optional<String> location() {
        boolean redirect =
                switch (status) {
                    case 301, 302, 303, 307, 308 -> true;
                    default -> false;
                };
        return redirect ? Optional.ofNullable(headers.get("location")) : Optional.empty();
    }

    /** The file; empty when the server has none. */
    public Optional<byte[]> found() {
        return status == 200 ? Optional.of(body) : Optional.empty();
    }

    private static int status(String line) throws IOException {
        boolean http = line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ';
        return number(http ? line.substring(9, 12) : "", 10);
    }

    private record Body(InputStream in, int maxOctets) {

        byte[] read(Map<String, String> headers) throws IOException {
            if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
                return chunks();
            }
            String length = headers.get("content-length");
            return atMost(length == null ? Integer.MAX_VALUE : number(length, 10));
        }

        private byte[] chunks() throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            while (true) {
                String size = line(in);
                int semicolon = size.indexOf(';');
                int length =
                        number((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
                if (length == 0) {
                    return body.toByteArray();
                }
                body.write(atMost(length));
                line(in);
                checkSize(body.size());
            }
        }

        private byte[] atMost(int length) throws IOException {
            byte[] body = in.readNBytes(Math.min(length, maxOctets + 1));
            checkSize(body.length);
            return body;
        }

        private void checkSize(int octets) throws IOException {
            if (octets > maxOctets) {
                throw new IOException("The file is larger than " + maxOctets + " octets");
            }
        }
    }

    private static int number(String text, int radix) throws IOException {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= MAX_DIGITS
                        && text.chars().allMatch(c -> Character.digit(c, radix) >= 0);
        if (!digits) {
            throw new IOException("The web server's answer cannot be read");
        }
        return (int) Math.min(Long.parseLong(text, radix), Integer.MAX_VALUE);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = in.read();
        while (octet != '\n') {
            if (octet < 0 || line.size() > MAX_LINE) {
                throw new IOException("The web server's answer ends in the middle");
            }
            line.write(octet);
            octet = in.read();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
