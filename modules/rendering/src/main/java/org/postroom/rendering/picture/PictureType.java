package org.postroom.rendering.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Raster pictures that are recognised by their first octets, whatever their sender calls them. */
public enum PictureType {
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpeg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "gif", "GIF8"),
    BMP("image/bmp", "bmp", "BM"),
    /** Only its size can be read here. */
    WEBP("image/webp", "", "RIFF");

    private final String mediaType;
    private final String format;
    private final byte[] start;

    PictureType(String mediaType, String format, String start) {
        this.mediaType = mediaType;
        this.format = format;
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The type of a picture; empty when it is of none of these. */
    public static Optional<PictureType> of(byte[] octets) {
        return Arrays.stream(values()).filter(type -> type.begins(octets)).findFirst();
    }

    private boolean begins(byte[] octets) {
        return octets.length > start.length
                && Arrays.equals(octets, 0, start.length, start, 0, start.length)
                && (this != WEBP || WebpSize.isWebp(octets));
    }

    public String mediaType() {
        return mediaType;
    }

    /** Its name in {@link javax.imageio}. */
    String format() {
        return format;
    }
}
