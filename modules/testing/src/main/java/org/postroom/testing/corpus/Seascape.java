package org.postroom.testing.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small pictures of the sea with a sail on it, as PNG, without any drawing library. */
public final class Seascape {
    private static final int SIZES = 8;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[][] READY = new byte[SIZES][];
    private final int width;
    private final int height;
    private final int variant;

    private Seascape(int width, int height, int variant) {
        this.width = width;
        this.height = height;
        this.variant = variant;
    }

    /** One of eight pictures, 320 x 200; do not change the octets. */
    public static synchronized byte[] png(int variant) {
        int index = Math.floorMod(variant, SIZES);
        if (READY[index] == null) {
            READY[index] = new Seascape(320, 200, index).png();
        }
        return READY[index];
    }

    /** A picture of any size, in pixels. */
    public static byte[] png(int width, int height) {
        return new Seascape(width, height, 0).png();
    }

    private byte[] png() {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0}); // eight bits, RGB
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", deflated(pixels()));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private byte[] pixels() {
        var rows = new byte[height * (1 + 3 * width)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            rows[at++] = 0; // no filter
            for (int x = 0; x < width; x++) {
                int colour = colour((double) x / width, (double) y / height);
                rows[at++] = (byte) (colour >> 16);
                rows[at++] = (byte) (colour >> 8);
                rows[at++] = (byte) colour;
            }
        }
        return rows;
    }

    private int colour(double x, double y) {
        double mast = 0.25 + 0.07 * variant;
        double sail = (y - 0.2) / 0.45;
        if (y > 0.2 && y < 0.65 && x > mast && x < mast + 0.16 * sail) {
            return 0xF6F1E4;
        }
        if (y > 0.67 && y < 0.72 && Math.abs(x - mast - 0.05) < 0.15 - (y - 0.67)) {
            return 0x6B3A2A;
        }
        return y < 0.6 ? mix(skies(), 0xFBE8D0, y / 0.6) : mix(0x3E7C8C, 0x17404F, (y - 0.6) / 0.4);
    }

    private int skies() {
        int[] skies = {
            0x7FB2D6, 0x9CC7C9, 0xD99A7A, 0x8D9BC4, 0xB7C9D3, 0x6A93B8, 0xE0B48C, 0xA3B8A0
        };
        return skies[variant];
    }

    private static int mix(int from, int to, double part) {
        int red = mix8(from >> 16, to >> 16, part);
        int green = mix8(from >> 8, to >> 8, part);
        return red << 16 | green << 8 | mix8(from, to, part);
    }

    private static int mix8(int from, int to, double part) {
        return (int) ((from & 255) * (1 - part) + (to & 255) * part);
    }

    private static byte[] deflated(byte[] octets) {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8_192];
        try (var deflater = new Deflater()) {
            deflater.setInput(octets);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
