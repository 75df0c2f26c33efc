package org.postroom.protocol.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.MessageId;
import org.postroom.protocol.Section;

class MessageHeaderTest {

    private static MessageHeader header(String text) {
        return MessageHeader.parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String addresses(List<Address> addresses) {
        return addresses.stream()
                .map(address -> address.name() + "<" + address.mail() + ">")
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a@b.test | <a@b.test>",
                "Ann <a@b.test> | Ann<a@b.test>",
                "\"Ann, Bo\" <a@b.test>, c@d.test | Ann, Bo<a@b.test> <c@d.test>",
                "a@b.test (Ann) | Ann<a@b.test>",
                "Ann (from work) <a@b.test> | Ann<a@b.test>",
                "Friends: a@b.test, Cy <c@d.test>; e@f.test | <a@b.test> Cy<c@d.test> <e@f.test>",
                "undisclosed-recipients:; | ~~",
                "=?utf-8?Q?J=C3=B6rg?= <j@b.test> | Jörg<j@b.test>",
                "Jörg <j@b.test> | Jörg<j@b.test>",
                "\"a b\"@c.test | <a b@c.test>",
                "<@route.test:a@b.test> | <a@b.test>",
                "\"unfinished <a@b.test> | <unfinished <a@b.test>>",
                "Ann <a@b.test | Ann<a@b.test>",
                ", , <> , | ~~",
                "somebody | <somebody>"
            })
    void addressesAreReadHoweverTheyAreWritten(String written, String read) {
        assertThat(addresses(header("To: " + written + "\n").envelope().to())).isEqualTo(read);
    }

    @Test
    void senderAndReplyAddressAreTheAuthorsWhereThereAreNone() {
        var envelope = header("From: a@b.test\nReply-To: c@d.test\n\n").envelope();

        assertThat(addresses(envelope.sender())).isEqualTo("<a@b.test>");
        assertThat(addresses(envelope.replyTo())).isEqualTo("<c@d.test>");
    }

    @Test
    void foldedFieldsAreOneLine() {
        var envelope = header("Subject: one\n two\n\tthree\nMessage-ID:\n <a@b>\n\n").envelope();

        assertThat(envelope.subject()).isEqualTo("one two three");
        assertThat(envelope.messageId()).contains(new MessageId("<a@b>"));
    }

    @Test
    void theTextAfterTheEmptyLineIsNoHeader() {
        assertThat(header("To: a@b.test\n\nSubject: text\n").envelope().subject()).isEmpty();
    }

    @Test
    void theArrivalIsTheDateOfTheTopmostReceived() {
        var header =
                header(
                        "Received: from a by b; Sun, 1 Mar 2026 09:00:00 +0100\n"
                                + "Received: from c by a; Sun, 1 Mar 2026 07:00:00 +0000\n\n");

        assertThat(header.received()).contains(Instant.parse("2026-03-01T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from a by b",
                "from a by b; yesterday",
                "from a by b; Sun, 1 Mar 1970 09:00:00 +0100",
                "from a by b; Fri, 1 Mar 2999 09:00:00 +0100"
            })
    void anArrivalThatCannotBeIsNone(String received) {
        assertThat(header("Received: " + received + "\n\n").received()).isEmpty();
    }

    @Test
    void referencesAreReadInTheirOrder() {
        var header = header("References: <a@b>\n <c@d> rubbish <e\n f> <g@h>\n\n");

        assertThat(header.references())
                .extracting(MessageId::value)
                .containsExactly("<a@b>", "<c@d>", "<g@h>");
    }

    @Test
    void ofVeryManyReferencesTheFirstAndTheLastAreKept() {
        StringBuilder text = new StringBuilder("References:");
        for (int i = 0; i < 4000; i++) {
            text.append(" <").append(i).append("@x>");
        }

        List<MessageId> references = header(text + "\n\n").references();

        assertThat(references).hasSize(100).endsWith(new MessageId("<3999@x>"));
        assertThat(references.getFirst()).isEqualTo(new MessageId("<0@x>"));
    }

    @Test
    void tooManyAddressesAreCut() {
        var envelope = header("To: " + "a@b.test, ".repeat(5000) + "\n\n").envelope();

        assertThat(envelope.to()).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, false",
        "text/plain; name=a.txt, true",
        "multipart/mixed; boundary=x, true",
        "multipart/alternative; boundary=x, false",
        "application/pdf, true"
    })
    void theTypeHintsAtAnAttachment(String type, boolean hint) {
        assertThat(header("Content-Type: " + type + "\n\n").attachmentHint()).isEqualTo(hint);
    }

    /** Each of them used to copy all before it: hours for a message that anybody can send. */
    @Test
    void aFieldThatComesAgainAndAgainCostsNoMoreThanItsLength() throws IOException {
        byte[] octets = "To: a\r\n".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);

        Envelope envelope = MessageHeader.parse(octets).envelope();

        assertThat(envelope.to()).hasSize(AddressReader.MAX_ADDRESSES);
        assertThat(MessageOutline.read(new ByteArrayInputStream(octets)).find(Section.HEADER))
                .contains(new Stretch(0, octets.length));
    }

    @Test
    void anEmptyHeaderSaysNothing() {
        MessageHeader header = MessageHeader.parse(new byte[0]);

        assertThat(header.envelope().from()).isEmpty();
        assertThat(header.envelope().date()).isEmpty();
        assertThat(header.received()).isEmpty();
    }
}
