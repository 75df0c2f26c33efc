package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

    private static final String RUSSIAN =
            "Уважаемые коллеги, собрание состоится в четверг в десять часов утра в большом зале.";
    private static final String JAPANESE = "来月の集合写真について、返信は不要です。いつもお世話になっております。";

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8, Grüße 田中 😀",
        "\"UTF-8\", UTF-8, Grüße",
        "iso-8859-1, windows-1252, Grüße “quoted” €",
        "ISO-8859-15, ISO-8859-15, 5 €",
        "windows-1251, windows-1251, Привет",
        "koi8-r, KOI8-R, Привет",
        "gb2312, GB18030, 你好䶮",
        "big5, Big5, 你好",
        "shift_jis, windows-31j, ①田中",
        "euc-jp, EUC-JP, 田中",
        "iso-2022-jp, ISO-2022-JP, 田中",
        "ks_c_5601-1987, x-windows-949, 안녕하세요",
        "iso-8859-8-i, ISO-8859-8, שלום",
        "windows-1256, windows-1256, مرحبا",
        "tis-620, x-windows-874, สวัสดี",
        "cp866, IBM866, Привет"
    })
    void theDeclaredCharacterSetIsUsed(String declared, String encodeWith, String text) {
        assertThat(Charsets.decode(text.getBytes(Charset.forName(encodeWith)), declared))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "koi8-r", "UTF-8"})
    void withoutADeclarationItIsDetected(String charset) {
        assertThat(Charsets.decode(RUSSIAN.getBytes(Charset.forName(charset)), null))
                .isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shift_jis", "euc-jp", "iso-2022-jp", "utf-8"})
    void anUnknownDeclarationLeadsToDetection(String charset) {
        var octets = JAPANESE.getBytes(Charset.forName(charset));

        assertThat(Charsets.decode(octets, "x-unknown")).isEqualTo(JAPANESE);
        assertThat(Charsets.decode(octets, "us-ascii")).isEqualTo(JAPANESE);
    }

    @Test
    void aWrongDeclarationLeadsToDetection() {
        assertThat(Charsets.decode(RUSSIAN.getBytes(Charset.forName("windows-1251")), "utf-8"))
                .isEqualTo(RUSSIAN);
        assertThat(Charsets.decode("Grüße, wie geht es".getBytes(UTF_8), "iso-8859-1"))
                .isEqualTo("Grüße, wie geht es");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-7",
                "UTF7",
                "unicode-1-1-utf-7",
                "x-imap4-modified-utf7",
                "hz-gb-2312",
                "ibm1047",
                "scsu"
            })
    void characterSetsThatHideMarkupAreNeverUsed(String declared) {
        var octets = "+ADw-script+AD4-".getBytes(UTF_8);

        assertThat(Charsets.decode(octets, declared)).isEqualTo("+ADw-script+AD4-");
    }

    @Test
    void aByteOrderMarkWinsAndIsNotText() {
        assertThat(Charsets.decode("\ufeffGrüße".getBytes(UTF_8), "iso-8859-5")).isEqualTo("Grüße");
        assertThat(Charsets.decode("\ufeffGrüße".getBytes(UTF_16LE), null)).isEqualTo("Grüße");
        assertThat(Charsets.decode("\ufeff😀".getBytes(Charset.forName("UTF-32LE")), null))
                .isEqualTo("😀");
    }

    @Test
    void whatCannotBeDecodedIsReplaced() {
        var octets = "a 田 b".getBytes(UTF_8);
        octets[3] = 'x';

        assertThat(Charsets.decode(octets, "utf-8")).startsWith("a ").endsWith(" b");
    }

    @Test
    void textThatIsCutWithinACharacterIsStillUtf8() {
        var octets = "Grüße aus 東京".getBytes(UTF_8);

        for (int length = octets.length - 1; length > octets.length - 6; length--) {
            assertThat(Charsets.decode(Arrays.copyOf(octets, length), null))
                    .startsWith("Grüße aus ");
        }
    }

    @Test
    void nothingGivesNothing() {
        assertThat(Charsets.decode(new byte[0], null)).isEmpty();
    }
}
