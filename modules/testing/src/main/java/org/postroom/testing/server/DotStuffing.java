package org.postroom.testing.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message as RETR and TOP send it (RFC 1939 §3). */
final class DotStuffing {
    private static final byte[] OK = "+OK\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = ".\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private DotStuffing() {}

    /** The whole answer, with at most so many lines after the header. */
    static byte[] answer(byte[] octets, int bodyLines) {
        var out = new ByteArrayOutputStream(octets.length + 100);
        out.writeBytes(OK);
        boolean inBody = false;
        int left = bodyLines;
        for (int start = 0; start < octets.length && (!inBody || left-- > 0); ) {
            int end = endOfLine(octets, start);
            inBody |= end - start == LINE_END.length;
            stuff(octets, start, end, out);
            start = end;
        }
        out.writeBytes(END);
        return out.toByteArray();
    }

    private static void stuff(byte[] octets, int start, int end, ByteArrayOutputStream out) {
        if (octets[start] == '.') {
            out.write('.');
        }
        out.write(octets, start, end - start);
        if (octets[end - 1] != '\n') {
            out.writeBytes(LINE_END);
        }
    }

    private static int endOfLine(byte[] octets, int start) {
        int end = start;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, octets.length);
    }
}
