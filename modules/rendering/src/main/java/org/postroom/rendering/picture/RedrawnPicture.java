package org.postroom.rendering.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture written anew from its pixels, so that nothing else of the file is left.
 *
 * @param type {@link PictureType#JPEG} for a JPEG, else {@link PictureType#PNG}
 * @param octets not copied
 */
public record RedrawnPicture(PictureType type, byte[] octets) {

    private static final Set<PictureType> REDRAWN =
            Set.of(PictureType.PNG, PictureType.JPEG, PictureType.GIF);
    private static final float QUALITY = 0.9f;

    /**
     * Decodes and writes. A BMP is refused: it may hold a picture of another type, of any size.
     *
     * @throws IOException when the picture is of another type than PNG, JPEG or GIF, broken, or
     *     takes too long
     */
    public static RedrawnPicture of(PictureFile file) throws IOException {
        if (!REDRAWN.contains(file.type())) {
            throw new IOException("Pictures of this type are not redrawn: " + file.type());
        }
        PictureType type = file.type() == PictureType.JPEG ? PictureType.JPEG : PictureType.PNG;
        return new RedrawnPicture(type, written(file.decode(), type));
    }

    private static byte[] written(BufferedImage picture, PictureType type) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.format()).next();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(octets)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (type == PictureType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return octets.toByteArray();
    }
}
