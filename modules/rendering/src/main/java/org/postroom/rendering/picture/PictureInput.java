package org.postroom.rendering.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture's octets for as long as its reader may take: a JPEG of many scans costs time with every
 * octet. Little is given at once, so that the time is looked at often.
 */
final class PictureInput extends MemoryCacheImageInputStream {

    private static final int AT_ONCE = 1 << 10;

    private final long end;

    PictureInput(byte[] octets, Duration atMost) {
        super(new ByteArrayInputStream(octets));
        this.end = System.nanoTime() + atMost.toNanos();
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new IOException("The picture takes too long");
        }
        return super.read(octets, offset, Math.min(length, AT_ONCE));
    }
}
