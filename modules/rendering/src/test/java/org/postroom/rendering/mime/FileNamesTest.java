package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    report.pdf                 | report.pdf
                    Grüße aus 東京.docx          | Grüße aus 東京.docx
                    ../../etc/passwd           | _.._etc_passwd
                    ..\\..\\windows\\x.dll     | _.._windows_x.dll
                    C:\\x.txt                  | C__x.txt
                    a<b>c"d¦e?f*g              | a_b_c_d_e_f_g
                    .bashrc                    | bashrc
                    trailing. .                | trailing
                    con                        | _con
                    NUL.txt                    | _NUL.txt
                    com1.log                   | _com1.log
                    content.txt                | content.txt
                    """)
    void dangerousCharactersAreReplaced(String name, String safe) {
        // A bar separates the columns, so it cannot be in one.
        assertThat(FileNames.safe(name.replace('¦', '|'), "unnamed")).isEqualTo(safe);
    }

    @Test
    void directionMarksAndControlCharactersAreGone() {
        assertThat(FileNames.safe("invoice\u202Efdp.exe", "x")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.safe("a\r\nb\0c\u2066d\u200Fe\ufefff.txt", "x"))
                .isEqualTo("abcdef.txt");
        assertThat(FileNames.safe("a\u2028b\u00a0c\ud800.txt", "x")).isEqualTo("ab c.txt");
    }

    @Test
    void aNameOfWhichNothingIsLeftGetsTheFallback() {
        assertThat(FileNames.safe(null, "unnamed")).isEqualTo("unnamed");
        assertThat(FileNames.safe(" .. ", "unnamed")).isEqualTo("unnamed");
        assertThat(FileNames.safe("", "unnamed")).isEqualTo("unnamed");
    }

    @Test
    void aLongNameIsCutInTheMiddleAndKeepsItsEnding() {
        for (var letter : new String[] {"x", "é", "東", "😀"}) {
            var safe = FileNames.safe(letter.repeat(5_000) + ".tar.gz", "x");

            assertThat(safe).startsWith(letter).contains("…").endsWith(".tar.gz");
            assertThat(safe.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(FileNames.LIMIT);
        }
    }

    @Test
    void aLongEndingThatIsNoneIsCutAsWell() {
        var safe = FileNames.safe("a." + "b".repeat(1_000), "x");

        assertThat(safe.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(FileNames.LIMIT);
    }

    @Test
    void forTheEyeANameIsShortenedInTheMiddle() {
        assertThat(FileNames.shortened("a-very-long-name-of-a-report-2026.pdf", 24))
                .isEqualTo("a-very-long-nam…2026.pdf");
        assertThat(FileNames.shortened("short.pdf", 24)).isEqualTo("short.pdf");
    }

    @Test
    void aDownloadIsNamedTwiceForOldAndNewBrowsers() {
        assertThat(FileNames.contentDisposition("Grüße \"x\" 100%.pdf"))
                .isEqualTo(
                        "attachment; filename=\"Gr__e _x_ 100_.pdf\";"
                                + " filename*=UTF-8''Gr%C3%BC%C3%9Fe%20_x_%20100%25.pdf");
    }

    @Test
    void aDownloadsNameCannotEndItsHeader() {
        assertThat(FileNames.contentDisposition("a\r\nSet-Cookie: x=1\".pdf"))
                .isEqualTo(
                        "attachment; filename=\"aSet-Cookie_ x=1_.pdf\"; filename*=UTF-8''aSet-Cookie_%20x%3D1_.pdf");
    }
}
