package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderBlockTest {

    @Test
    void fieldsKeepTheirOrderAndTheirRepetition() {
        var block =
                parse(
                        "From: a@a.example\r\nTo: x\r\nFROM: b@b.example\r\n\r\nFrom: body@a.example\r\n");

        assertThat(block.fields())
                .extracting(HeaderField::name)
                .containsExactly("From", "To", "FROM");
        assertThat(block.all("from")).containsExactly("a@a.example", "b@b.example");
        assertThat(block.first("to")).contains("x");
        assertThat(block.first("cc")).isEmpty();
        assertThat(block.cut()).isFalse();
    }

    @Test
    void foldedFieldsAreOneLine() {
        assertThat(parse("Subject: one\r\n two\n\tthree\r\nX: y\n").fields())
                .containsExactly(
                        new HeaderField("Subject", "one two\tthree"), new HeaderField("X", "y"));
    }

    @Test
    void linesThatAreNoFieldAreLeftOut() {
        assertThat(
                        parse(
                                        "From a@a.example Mon\r\n: empty\r\nBad Name: x\r\nGood : y\r\nnothing")
                                .fields())
                .containsExactly(new HeaderField("Good", "y"));
    }

    @Test
    void octetsBeyondAsciiAreRead() {
        assertThat(parse("Subject: Grüße\r\n").first("subject")).contains("Grüße");
    }

    @Test
    void aFieldBeyondItsLimitIsCutAndSaidSo() {
        var block = parse("A: " + "x".repeat(HeaderBlock.FIELD_LIMIT) + "\r\nB: y\r\n\r\n");

        assertThat(block.cut()).isTrue();
        assertThat(block.first("a").orElseThrow())
                .hasSizeLessThanOrEqualTo(HeaderBlock.FIELD_LIMIT);
        assertThat(block.first("b")).contains("y");
    }

    @Test
    void aBlockBeyondItsLimitIsCutAndSaidSo() {
        var block = parse("A: xxxxxxxxxxxxxxxx\r\n".repeat(80_000));

        assertThat(block.cut()).isTrue();
        assertThat(block.fields()).hasSizeBetween(40_000, 60_000);
    }

    @Test
    void aLongBodyDoesNotCountAsHeader() {
        assertThat(parse("A: x\r\n\r\n" + "y".repeat(HeaderBlock.BLOCK_LIMIT)).cut()).isFalse();
    }

    @Test
    void nothingGivesNothing() {
        assertThat(parse("").fields()).isEmpty();
    }

    private static HeaderBlock parse(String text) {
        return HeaderBlock.parse(text.getBytes(UTF_8));
    }
}
