package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    plain                                     | plain
                    =?utf-8?Q?Gr=C3=BC=C3=9Fe_aus?= Bern      | Grüße aus Bern
                    =?UTF-8?B?R3LDvMOfZQ==?=                  | Grüße
                    =?iso-8859-1?q?a?= =?iso-8859-1?q?b?=     | ab
                    =?utf-8?q?a?= and =?utf-8?q?b?=           | a and b
                    =?utf-8?q?a?==?utf-8?q?b?=                | ab
                    "=?utf-8?q?in_quotes?="                   | "in quotes"
                    =?utf-8?q?with space?=                    | with space
                    =?utf-8*de?q?language?=                   | language
                    =?utf-8?x?what?=                          | =?utf-8?x?what?=
                    =?utf-8?q?no end                          | =?utf-8?q?no end
                    =?utf-8?q?a=ZZ=4?=                        | a=ZZ=4
                    =?utf-8?q?=3D?=                           | =
                    =?utf-8?q??=x                             | x
                    =?x-unknown?q?abc?=                       | abc
                    a =? b ?= c                               | a =? b ?= c
                    =?utf-8?B?R3LDvMOfZQ?=                    | Grüße
                    """)
    void encodedWordsBecomeText(String raw, String text) {
        assertThat(HeaderText.decode(raw)).isEqualTo(text);
    }

    @Test
    void aCharacterCutBetweenTwoWordsIsJoined() {
        var octets = "田中".getBytes(UTF_8);
        var raw = word(octets, 0, 4) + "\r\n " + word(octets, 4, 6);

        assertThat(HeaderText.decode(raw)).isEqualTo("田中");
    }

    private static String word(byte[] octets, int from, int to) {
        var part = Arrays.copyOfRange(octets, from, to);
        return "=?utf-8?b?" + Base64.getEncoder().encodeToString(part) + "?=";
    }

    @Test
    void octetsThatAreNotEncodedAreStillRead() {
        assertThat(HeaderText.decode("Grüße".getBytes(UTF_8))).isEqualTo("Grüße");
        assertThat(HeaderText.decode("Grüße".getBytes(ISO_8859_1))).isEqualTo("Grüße");
        assertThat(HeaderText.decode(new String("Grüße".getBytes(UTF_8), ISO_8859_1)))
                .isEqualTo("Grüße");
        assertThat(HeaderText.decode("Grüße 田")).isEqualTo("Grüße 田");
    }

    @Test
    void theResultIsOneLineWithoutControlCharacters() {
        assertThat(HeaderText.decode("a\r\n\tb\0c =?utf-8?q?=0D=0ABcc:_x?="))
                .isEqualTo("a  bc  Bcc: x");
    }

    @Test
    void anEndlessHeaderIsCut() {
        assertThat(HeaderText.decode("=?".repeat(200_000)))
                .hasSizeLessThanOrEqualTo(HeaderText.LIMIT);
    }

    @Test
    void nothingThatArrivesEndsWithAnError() {
        var random = new Random(3);
        var pieces =
                new String[] {
                    "=?", "?=", "utf-8", "?b?", "?q?", "=", "_", " ", "\r\n ", "é", "QUJD", "?"
                };
        for (int i = 0; i < 5_000; i++) {
            var raw = new StringBuilder();
            random.ints(random.nextInt(12), 0, pieces.length).forEach(n -> raw.append(pieces[n]));

            assertThat(HeaderText.decode(raw.toString())).doesNotContain("\n", "\r");
        }
    }
}
