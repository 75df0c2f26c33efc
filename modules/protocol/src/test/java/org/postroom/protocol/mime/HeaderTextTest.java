package org.postroom.protocol.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTextTest {

    private static String text(String latin1) {
        return HeaderText.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "=?utf-8?Q?M=C3=BCnchen?= | München",
                "=?UTF-8?b?TcO8bmNoZW4=?= | München",
                "=?utf-8?B?TcO8bmNoZW4?= | München",
                "=?utf-8?Q?M=C3?= =?utf-8?Q?=BCnchen?= | München",
                "=?utf-8?Q?a?= =?utf-8?Q?b?= c | ab c",
                "x=?utf-8?Q?=C3=BC?=y | xüy",
                "=?iso-8859-1?Q?a_=80?= | a €",
                "=?iso-8859-1*de?Q?=FC?= | ü",
                "=?gb2312?B?xOO6ww==?= | 你好",
                "=?no-such-set?Q?=C3=BC?= | ü",
                "=?utf-8?Q?broken | =?utf-8?Q?broken",
                "=?utf-8?Q?=ZZ=?= | =ZZ="
            })
    void encodedWordsAreRead(String written, String read) {
        assertThat(text(written)).isEqualTo(read);
    }

    @Test
    void octetsWithoutACharsetAreGuessed() {
        assertThat(HeaderText.of("Grüße".getBytes(StandardCharsets.UTF_8))).isEqualTo("Grüße");
        assertThat(text("Gr\u00fc\u00dfe \u0080")).isEqualTo("Grüße €");
    }

    @Test
    void itIsOneLineWithoutControlCharacters() {
        assertThat(text("a\r\n b\t\0c")).isEqualTo("a b c");
        assertThat(text("=?utf-8?Q?a=0D=0AInjected:_b?=")).isEqualTo("a Injected: b");
    }
}
