package org.postroom.testing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpecimenTest {
    private static final Instant WHEN = Instant.parse("2026-11-01T10:00:00Z");

    @ParameterizedTest
    @EnumSource
    void everySpecimenIsWellFormed(Specimen specimen) {
        var mail = ParsedMail.of(specimen.message(1, WHEN).raw());

        assertThat(mail.subject()).isNotBlank().doesNotContain("=?");
        assertThat(mail.texts()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.postroom.testing.corpus.CharsetSample#all")
    void everyCharsetIsReadBack(CharsetSample sample) {
        var mail = ParsedMail.of(sample.message(WHEN).raw());

        assertThat(mail.subject()).isEqualTo(sample.subject());
        assertThat(mail.texts()).containsExactly(sample.text());
    }

    @Test
    void namesOfAttachmentsAreReadBackInEachForm() {
        assertThat(names(Specimen.LONG_NAME)).containsExactly(Specimen.LONGEST);
        assertThat(names(Specimen.ENCODED_WORD_NAME)).containsExactly("Ноты для альтов.pdf");
        assertThat(names(Specimen.ARCHIVE)).containsExactly("ネガ.zip");
        assertThat(new String(Specimen.RAW_NAME.message(1, WHEN).raw(), StandardCharsets.UTF_8))
                .contains("filename=\"facture dorée n° 7.pdf\"");
    }

    @Test
    void anInvitationSaysWhatItIs() {
        var raw = new String(Specimen.INVITATION.message(1, WHEN).raw(), StandardCharsets.UTF_8);

        assertThat(raw)
                .contains("text/calendar; charset=UTF-8; method=REQUEST")
                .contains("BEGIN:VEVENT");
    }

    @Test
    void picturesAndArchivesOpen() throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(Seascape.png(3)));
        assertThat(picture.getWidth()).isEqualTo(320);

        var zip = new ZipInputStream(new ByteArrayInputStream(Attachments.zip("x")));
        assertThat(zip.getNextEntry().getName()).isEqualTo("notes.txt");
    }

    @Test
    void hostileSamplesHaveNamesOfTheirOwn() {
        assertThat(HostileMessages.all())
                .extracting(HostileMessage::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(80);
        assertThat(HostileMessages.named("two-from-fields").raw())
                .asString()
                .contains("safe@bank.example", "mallory@mallory.test");
        assertThat(HostileMessages.named("html-script").raw()).asString().contains("<script>");
    }

    private static java.util.List<String> names(Specimen specimen) {
        return ParsedMail.of(specimen.message(1, WHEN).raw()).fileNames();
    }
}
