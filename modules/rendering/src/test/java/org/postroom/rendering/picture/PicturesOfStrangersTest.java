package org.postroom.rendering.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesOfStrangersTest {

    @ParameterizedTest
    @CsvSource({"png,PNG", "gif,PNG", "jpeg,JPEG"})
    void aPictureIsDrawnAnewInItsSize(String format, PictureType expected) throws IOException {
        RedrawnPicture drawn = redrawn(picture(format, 30, 20));
        assertThat(drawn.type()).isEqualTo(expected);
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(drawn.octets()));
        assertThat(seen.getWidth()).isEqualTo(30);
        assertThat(seen.getHeight()).isEqualTo(20);
        assertThat(seen.getRGB(3, 3) & 0xFF).isGreaterThan(200);
    }

    @Test
    void whatHangsOnThePictureIsGone() throws IOException {
        byte[] more = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] png = picture("png", 3, 2);
        byte[] both = Arrays.copyOf(png, png.length + more.length);
        System.arraycopy(more, 0, both, png.length, more.length);
        assertThat(new String(redrawn(both).octets(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GIF8", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "BM"})
    void whatIsNoRasterPictureIsNone(String text) {
        assertThat(PictureFile.of(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10000,5001", "30001,1", "1,30001", "2147483647,2147483647", "0,5"})
    void whatSaysThatItIsHugeIsNone(int width, int height) {
        assertThat(PictureFile.of(pngHeader(width, height))).isEmpty();
    }

    @Test
    void aVeryLargePictureIsDrawnSmaller() throws IOException {
        RedrawnPicture drawn = redrawn(picture("png", 6_000, 3_000));
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(drawn.octets()));
        assertThat(seen.getWidth()).isEqualTo(3_000);
    }

    @Test
    void aPictureThatIsCutOffIsRefused() {
        PictureFile file = PictureFile.of(pngHeader(10, 10)).orElseThrow();
        assertThatThrownBy(() -> RedrawnPicture.of(file)).isInstanceOf(IOException.class);
    }

    @Test
    void aBmpIsAPictureThatIsNotRedrawn() throws IOException {
        PictureFile file = PictureFile.of(picture("bmp", 10, 10)).orElseThrow();
        assertThat(file.type()).isEqualTo(PictureType.BMP);
        assertThatThrownBy(() -> RedrawnPicture.of(file)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"640,480,true", "16000,16000,false"})
    void ofAWebpTheSizeIsKnown(int width, int height, boolean accepted) {
        ByteBuffer extended = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        extended.put("RIFF    WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
        extended.putInt(10).putInt(0).putInt(width - 1).position(27).putInt(height - 1);
        assertThat(PictureFile.of(extended.array()).isPresent()).isEqualTo(accepted);
        ByteBuffer lossless = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        lossless.put("RIFF    WEBPVP8L    /".getBytes(StandardCharsets.US_ASCII));
        lossless.putInt((width - 1) | (height - 1) << 14);
        assertThat(PictureFile.of(lossless.array()).isPresent()).isEqualTo(accepted);
    }

    private static RedrawnPicture redrawn(byte[] octets) throws IOException {
        return RedrawnPicture.of(PictureFile.of(octets).orElseThrow());
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, 0xFF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array());
        return ByteBuffer.allocate(33)
                .put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(13)
                .put(header.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
