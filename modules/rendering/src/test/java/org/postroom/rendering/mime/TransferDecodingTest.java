package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferDecodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"7bit", "8BIT", "binary", "x-nobody-knows", ""})
    void whatIsNotEncodedStaysAsItIs(String encoding) throws IOException {
        assertThat(decoded("a=41\r\nb", encoding)).isEqualTo("a=41\r\nb");
    }

    @Test
    void noEncodingAtAllMeansAsItIs() throws IOException {
        assertThat(decoded("a=41", null)).isEqualTo("a=41");
    }

    @ParameterizedTest
    @CsvSource({
        "SGVsbG8=, Hello", "SGVs¶bG8=¶, Hello", "SGVsbG8, Hello", "SGV*s-b!G8=, Hello",
        "SGVsbG8=SGVsbG8=, HelloHello", "SGVsbG8==, Hello", "'', ''", "SGVsbG, Hell"
    })
    void base64IsReadEvenWhenItIsBroken(String encoded, String text) throws IOException {
        assertThat(decoded(lines(encoded), " Base64 ")).isEqualTo(text);
    }

    @Test
    void base64OfAnyLengthComesBackWhole() throws IOException {
        var random = new Random(7);
        for (int length = 0; length < 200; length++) {
            var octets = new byte[length];
            random.nextBytes(octets);
            var encoded = Base64.getMimeEncoder().encodeToString(octets);

            assertThat(decoded(encoded, "base64")).isEqualTo(new String(octets, ISO_8859_1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a=3Db, a=b",
        "caf=e9, caf\u00e9",
        "soft=¶break, softbreak",
        "trailing=20¶, 'trailing ¶'",
        "broken=ZZ, broken=ZZ",
        "lone=, lone",
        "lower=3d, lower="
    })
    void quotedPrintableIsReadEvenWhenItIsBroken(String encoded, String text) throws IOException {
        assertThat(decoded(lines(encoded), "Quoted-Printable")).isEqualTo(lines(text));
    }

    @Test
    void uuencodedOctetsAreReadWithAndWithoutTheirFrame() throws IOException {
        assertThat(decoded("begin 644 x.txt\n%2&5L;&\\\n`\nend\n", "x-uuencode"))
                .isEqualTo("Hello");
        assertThat(decoded("%2&5L;&\\\n", "uuencode")).isEqualTo("Hello");
    }

    @Test
    void octetsOfAnyKindEndNoEncodingWithAnError() throws IOException {
        var random = new Random(11);
        for (var encoding : Arrays.asList("base64", "quoted-printable", "uuencode")) {
            for (int i = 0; i < 300; i++) {
                var octets = new byte[random.nextInt(200)];
                random.nextBytes(octets);

                decoded(new String(octets, ISO_8859_1), encoding);
            }
        }
    }

    private static String lines(String text) {
        return text.replace("¶", "\r\n");
    }

    private static String decoded(String encoded, @Nullable String encoding) throws IOException {
        var octets = new ByteArrayInputStream(encoded.getBytes(ISO_8859_1));
        try (var stream = TransferDecoding.decode(octets, encoding)) {
            return new String(stream.readAllBytes(), ISO_8859_1);
        }
    }
}
