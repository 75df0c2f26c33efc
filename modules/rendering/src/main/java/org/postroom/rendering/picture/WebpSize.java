package org.postroom.rendering.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a WebP picture says of its size (RFC 9649 §2.5 to §2.7). */
record WebpSize(int width, int height) {

    private static final int HEADER = 30;

    static boolean isWebp(byte[] octets) {
        return octets.length >= HEADER && name(octets, 8).equals("WEBP");
    }

    static WebpSize of(byte[] octets) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        return switch (name(octets, 12)) {
            case "VP8X" -> new WebpSize((file.getInt(23) >>> 8) + 1, (file.getInt(26) >>> 8) + 1);
            case "VP8 " -> new WebpSize(file.getShort(26) & 0x3FFF, file.getShort(28) & 0x3FFF);
            case "VP8L" ->
                    new WebpSize(
                            (file.getInt(21) & 0x3FFF) + 1, (file.getInt(21) >>> 14 & 0x3FFF) + 1);
            default -> throw new IOException("A WebP picture of an unknown kind");
        };
    }

    long pixels() {
        return (long) width * height;
    }

    private static String name(byte[] octets, int at) {
        return new String(octets, at, 4, StandardCharsets.ISO_8859_1);
    }
}
