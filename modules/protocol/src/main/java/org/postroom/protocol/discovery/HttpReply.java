package org.postroom.protocol.discovery;

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
 */
record HttpReply(int status, Map<String, String> headers, byte[] body) {

    private static final int MAX_LINE = 8 << 10;
    private static final int MAX_HEADERS = 100;

    /** Reads to the end of the answer; the connection's budget bounds what that may be. */
    static HttpReply read(InputStream in) throws IOException {
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
        return new HttpReply(status, headers, status == 200 ? body(in, headers) : new byte[0]);
    }

    /** Where the answer says to look instead. */
    Optional<String> location() {
        boolean redirect =
                switch (status) {
                    case 301, 302, 303, 307, 308 -> true;
                    default -> false;
                };
        return redirect ? Optional.ofNullable(headers.get("location")) : Optional.empty();
    }

    Optional<byte[]> found() {
        return status == 200 ? Optional.of(body) : Optional.empty();
    }

    private static int status(String line) throws IOException {
        boolean http = line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ';
        return number(http ? line.substring(9, 12) : "", 10);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return atMost(in, Integer.MAX_VALUE);
        }
        return atMost(in, number(length, 10));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in);
            int semicolon = size.indexOf(';');
            int length = number((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            body.write(atMost(in, length));
            line(in);
            checkSize(body.size());
        }
    }

    private static byte[] atMost(InputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(Math.min(length, HttpsGet.MAX_OCTETS + 1));
        checkSize(body.length);
        return body;
    }

    private static void checkSize(int octets) throws IOException {
        if (octets > HttpsGet.MAX_OCTETS) {
            throw new IOException("The file is larger than " + HttpsGet.MAX_OCTETS + " octets");
        }
    }

    private static int number(String text, int radix) throws IOException {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= 7
                        && text.chars().allMatch(c -> Character.digit(c, radix) >= 0);
        if (!digits) {
            throw new IOException("The web server's answer cannot be read");
        }
        return Integer.parseInt(text, radix);
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
