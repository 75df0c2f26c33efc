package org.postroom.testing.corpus;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** How the octets of a body travel (RFC 2045, section 6). */
public enum TransferEncoding {
    /** As they are; they must be ASCII. */
    SEVEN_BIT("7bit"),
    /** As they are. */
    EIGHT_BIT("8bit"),
    /** Mostly readable. */
    QUOTED_PRINTABLE("quoted-printable"),
    /** Lines of 76 characters. */
    BASE64("base64");

    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
    };
    private static final int LINE = 73;
    private final String label;

    TransferEncoding(String label) {
        this.label = label;
    }

    /** The word in Content-Transfer-Encoding. */
    public String label() {
        return label;
    }

    /** The octets as they travel. */
    public byte[] encode(byte[] octets) {
        return switch (this) {
            case SEVEN_BIT, EIGHT_BIT -> octets;
            case QUOTED_PRINTABLE -> quotedPrintable(octets);
            case BASE64 -> Base64.getMimeEncoder().encode(octets);
        };
    }

    private static byte[] quotedPrintable(byte[] octets) {
        var out = new ByteArrayOutputStream(octets.length * 3 / 2);
        int column = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\r' && i + 1 < octets.length && octets[i + 1] == '\n') {
                out.write('\r');
                out.write('\n');
                i++;
                column = 0;
                continue;
            }
            column = softBreak(out, column);
            column += quote(out, octets[i], i + 1 == octets.length || octets[i + 1] == '\r');
        }
        return out.toByteArray();
    }

    private static int softBreak(ByteArrayOutputStream out, int column) {
        if (column < LINE) {
            return column;
        }
        out.write('=');
        out.write('\r');
        out.write('\n');
        return 0;
    }

    private static int quote(ByteArrayOutputStream out, byte octet, boolean lastOfLine) {
        boolean visible = octet > ' ' && octet < 127 && octet != '=';
        boolean plain = visible || (octet == ' ' && !lastOfLine);
        if (plain) {
            out.write(octet);
            return 1;
        }
        out.write('=');
        out.write(HEX[octet >> 4 & 15]);
        out.write(HEX[octet & 15]);
        return 3;
    }
}
