package org.postroom.rendering.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.QPDecoderStream;
import org.eclipse.angus.mail.util.UUDecoderStream;
import org.jspecify.annotations.Nullable;

/** Undoes a Content-Transfer-Encoding (RFC 2045 section 6), forgiving broken input. */
public final class TransferDecoding {

    private TransferDecoding() {}

    /**
     * A stream of the decoded octets. Broken base64 and uuencode give what can be saved of them; an
     * unknown encoding gives the octets as they are.
     *
     * @param encoding as the message names it, in any case; null means 7bit
     */
    public static InputStream decode(InputStream encoded, @Nullable String encoding) {
        return switch (normalised(encoding)) {
            case "base64", "b" -> new BASE64DecoderStream(encoded, true);
            case "quoted-printable", "q" -> new QPDecoderStream(encoded);
            case "uuencode", "x-uuencode", "x-uue", "uue" ->
                    new EndingAtNonsense(new UUDecoderStream(encoded, true, true));
            default -> encoded;
        };
    }

    private static String normalised(@Nullable String encoding) {
        return encoding == null ? "7bit" : encoding.strip().toLowerCase(Locale.ROOT);
    }

    /** The decoder of uuencode runs over the end of its line buffer when a line is nonsense. */
    private static final class EndingAtNonsense extends FilterInputStream {

        EndingAtNonsense(InputStream decoder) {
            super(decoder);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IndexOutOfBoundsException _) {
                return -1; // what came before is all that can be saved
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = 0;
            for (int octet = -2; count < length && octet != -1; ) {
                octet = read();
                if (octet >= 0) {
                    buffer[offset + count++] = (byte) octet;
                }
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
