package org.postroom.rendering.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** A picture whose header says that it is a raster picture of a reasonable size. */
public final class PictureFile {

    /** Most pixels of a picture. */
    public static final int MAX_PIXELS = 50_000_000;

    /** Longest side, in pixels: a reader needs memory for whole rows. */
    private static final int MAX_SIDE = 30_000;

    /** What is drawn of it: more shows on no screen, and each pixel takes memory. */
    private static final int DRAWN_PIXELS = 8_000_000;

    private static final Duration AT_MOST = Duration.ofSeconds(4);

    private final byte[] octets;
    private final PictureType type;

    private PictureFile(byte[] octets, PictureType type) {
        this.octets = octets;
        this.type = type;
    }

    /**
     * Looks at the header only; nothing is decoded.
     *
     * @param octets not copied
     * @return empty for what is no raster picture or larger than {@link #MAX_PIXELS}
     */
    public static Optional<PictureFile> of(byte[] octets) {
        return PictureType.of(octets)
                .map(type -> new PictureFile(octets, type))
                .filter(PictureFile::isOfReasonableSize);
    }

    public PictureType type() {
        return type;
    }

    private boolean isOfReasonableSize() {
        try {
            long pixels =
                    type == PictureType.WEBP
                            ? WebpSize.of(octets).pixels()
                            : read(r -> (long) side(r.getWidth(0)) * side(r.getHeight(0)));
            return pixels <= MAX_PIXELS;
        } catch (IOException _) {
            return false; // no picture then
        }
    }

    private static int side(int pixels) throws IOException {
        if (pixels < 1 || pixels > MAX_SIDE) {
            throw new IOException("A picture of " + pixels + " pixels");
        }
        return pixels;
    }

    /**
     * What is to be seen, of several frames the first; every second, third, … pixel of a very large
     * one.
     *
     * @throws IOException when it is broken or takes too long
     */
    BufferedImage decode() throws IOException {
        return read(
                reader -> {
                    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                    int step = (int) Math.ceil(Math.sqrt((double) pixels / DRAWN_PIXELS));
                    ImageReadParam how = reader.getDefaultReadParam();
                    how.setSourceSubsampling(step, step, 0, 0);
                    return reader.read(0, how);
                });
    }

    private interface Reading<T> {
        T of(ImageReader reader) throws IOException;
    }

    private <T> T read(Reading<T> reading) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.format()).next();
        try (PictureInput input = new PictureInput(octets, AT_MOST)) {
            reader.setInput(input, true, true);
            return reading.of(reader);
        } catch (RuntimeException e) {
            throw new IIOException("The reader stumbles over the picture", e);
        } finally {
            reader.dispose();
        }
    }
}
