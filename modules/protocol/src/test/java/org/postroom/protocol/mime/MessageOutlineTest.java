package org.postroom.protocol.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.PartPath;
import org.postroom.protocol.Section;
import org.postroom.protocol.Section.Text;

class MessageOutlineTest {

    private static final String WITHOUT_INNER_END =
            """
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/mixed; boundary=b

            --b

            inside
            --a

            outside
            --b

            still outside
            --a--
            """;

    private static final String WITH_MESSAGE =
            """
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: message/rfc822
            Content-Disposition: attachment

            From: Bo <bo@inside.test>
            Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=

            The text.
            --a--
            """;

    private static byte[] octets(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static MessageOutline outline(String text) throws IOException {
        return MessageOutline.read(new ByteArrayInputStream(octets(text)));
    }

    private static String section(String text, String path, Text part) throws IOException {
        byte[] message = octets(text);
        Stretch stretch = outline(text).find(new Section(new PartPath(path), part)).orElseThrow();
        return new String(
                        message,
                        (int) stretch.offset(),
                        (int) stretch.length(),
                        StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n");
    }

    private static String tree(BodyStructure structure) {
        return structure
                .flattened()
                .map(part -> part.path() + " " + part.type().essence())
                .collect(Collectors.joining(", "));
    }

    @Test
    void aPlainMessageIsPartOne() throws IOException {
        String message = "Subject: x\n\nText\nof it\n";

        assertThat(tree(outline(message).structure())).isEqualTo("1 text/plain");
        assertThat(section(message, "1", Text.CONTENT)).isEqualTo("Text\nof it\n");
        assertThat(section(message, "1", Text.MIME)).isEqualTo("Subject: x\n\n");
        assertThat(section(message, "", Text.HEADER)).isEqualTo("Subject: x\n\n");
        assertThat(section(message, "", Text.MIME)).isEqualTo("Subject: x\n\n");
        assertThat(section(message, "", Text.CONTENT)).isEqualTo(message);
    }

    @Test
    void theLineEndBeforeABoundaryIsTheBoundarys() throws IOException {
        String message =
                "Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n\n--x\n\n--x--\n";

        assertThat(section(message, "1", Text.CONTENT)).isEqualTo("one\n");
        assertThat(section(message, "1", Text.MIME)).isEqualTo("\n");
        assertThat(section(message, "2", Text.CONTENT)).isEmpty();
    }

    @Test
    void aMultipartThatNeverEndsGoesToTheEnd() throws IOException {
        String message = "Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntwo\n";

        assertThat(section(message, "2", Text.CONTENT)).isEqualTo("two\n");
    }

    @Test
    void anOuterBoundaryEndsWhatIsOpenInside() throws IOException {
        assertThat(tree(outline(WITHOUT_INNER_END).structure()))
                .isEqualTo(" multipart/mixed, 1 multipart/mixed, 1.1 text/plain, 2 text/plain");
        assertThat(section(WITHOUT_INNER_END, "1.1", Text.CONTENT)).isEqualTo("inside");
        assertThat(section(WITHOUT_INNER_END, "2", Text.CONTENT))
                .isEqualTo("outside\n--b\n\nstill outside");
    }

    @Test
    void ofTwoBoundariesThatFitTheLongerCounts() throws IOException {
        String message =
                "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
                        + "Content-Type: multipart/mixed; boundary=xx\n\n--xx\n\none\n--xx--\n--x--\n";

        assertThat(section(message, "1.1", Text.CONTENT)).isEqualTo("one");
    }

    @Test
    void aMessageInsideHasItsOwnHeaderAndParts() throws IOException {
        MultiPart root = (MultiPart) outline(WITH_MESSAGE).structure();

        MessagePart inside = (MessagePart) root.parts().getFirst();
        assertThat(inside.envelope().subject()).isEqualTo("Grüße");
        assertThat(inside.envelope().from().getFirst().mail()).isEqualTo("bo@inside.test");
        assertThat(tree(inside.body())).isEqualTo("1.1 text/plain");
        assertThat(section(WITH_MESSAGE, "1.1", Text.CONTENT)).isEqualTo("The text.");
        assertThat(section(WITH_MESSAGE, "1", Text.HEADER))
                .startsWith("From: Bo")
                .endsWith("?=\n\n");
        assertThat(section(WITH_MESSAGE, "1", Text.MIME)).contains("attachment").endsWith("\n\n");
        assertThat(section(WITH_MESSAGE, "1", Text.CONTENT)).endsWith("\n\nThe text.");
    }

    @Test
    void aMessageInsideThatIsEncodedIsNotEntered() throws IOException {
        String message =
                "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogeAo=\n";

        assertThat(outline(message).structure()).isInstanceOf(SinglePart.class);
    }

    @Test
    void inADigestPartsAreMessages() throws IOException {
        String message =
                "Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: one\n\nfirst\n--x--\n";

        MultiPart root = (MultiPart) outline(message).structure();

        assertThat(root.parts().getFirst())
                .isInstanceOfSatisfying(
                        MessagePart.class,
                        part -> assertThat(part.envelope().subject()).isEqualTo("one"));
    }

    @Test
    void namesAreReadHoweverTheyAreWritten() throws IOException {
        assertThat(fileName("Content-Disposition: attachment; filename=\"plain.pdf\""))
                .isEqualTo("plain.pdf");
        assertThat(fileName("Content-Disposition: attachment; filename=two words.pdf"))
                .isEqualTo("two words.pdf");
        assertThat(
                        fileName(
                                "Content-Disposition: attachment;\n filename*0*=utf-8''%E6%9B%B8;\n filename*1*=%E9%A1%9E.pdf"))
                .isEqualTo("書類.pdf");
        assertThat(fileName("Content-Type: application/pdf; name=\"=?utf-8?Q?T=C3=BCr.pdf?=\""))
                .isEqualTo("Tür.pdf");
        assertThat(fileName("Content-Type: application/pdf; name=\"T\u00c3\u00bcr.pdf\""))
                .isEqualTo("Tür.pdf");
    }

    private static String fileName(String fields) throws IOException {
        return ((SinglePart) outline(fields + "\n\nx").structure()).fileName().orElseThrow();
    }

    @Test
    void aTypeIsReadHoweverItIsWritten() throws IOException {
        assertThat(type("text/html; charset=\"UTF-8\"")).isEqualTo("text/html {charset=UTF-8}");
        assertThat(type("TEXT / HTML (comment); charset=utf-8 (comment)"))
                .isEqualTo("text/html {charset=utf-8}");
        assertThat(type("text/html charset=utf-8")).startsWith("text/html");
        assertThat(type("text")).isEqualTo("text/plain {charset=us-ascii}");
        assertThat(type("not a type at all;;;=")).isEqualTo("text/plain {charset=us-ascii}");
        assertThat(type("image/png")).isEqualTo("image/png {}");
    }

    private static String type(String written) throws IOException {
        var type = outline("Content-Type: " + written + "\n\nx").structure().type();
        return type.essence() + " " + type.parameters();
    }

    @Test
    void whatIsSaidToBeAMultipartAndHasNoPartsCanBeRead() throws IOException {
        String message = "Content-Type: multipart/mixed; boundary=x\n\nA letter.\n";

        assertThat(tree(outline(message).structure())).isEqualTo(" multipart/mixed, 1 text/plain");
        assertThat(section(message, "1", Text.CONTENT)).isEqualTo("A letter.\n");
    }

    @Test
    void nothingIsAMessageToo() throws IOException {
        MessageOutline empty = outline("");

        assertThat(tree(empty.structure())).isEqualTo("1 text/plain");
        assertThat(empty.size()).isZero();
    }

    @Test
    void linesThatEndInLineFeedsAloneAreLines() throws IOException {
        String text = "Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x--\n";
        byte[] message = text.getBytes(StandardCharsets.US_ASCII);

        MessageOutline outline = MessageOutline.read(new ByteArrayInputStream(message));

        Stretch one = outline.find(Section.content(new PartPath("1"))).orElseThrow();
        assertThat(one).isEqualTo(new Stretch(text.indexOf("one"), 3));
    }

    @Test
    void itIsTheSameHoweverTheOctetsCome() throws IOException {
        byte[] message =
                octets(
                        "Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n\n--x\nA: b\n\ntwo\n--x--\n");
        OutlineScanner scanner = new OutlineScanner();
        for (byte octet : message) {
            scanner.write(octet);
        }

        assertThat(scanner.outline())
                .isEqualTo(MessageOutline.read(new ByteArrayInputStream(message)));
    }

    @Test
    void millionsOfPartsAreCut() throws IOException {
        String head = "Content-Type: multipart/mixed; boundary=x\n\n";

        MessageOutline outline = outline(head + "--x\n\na\n".repeat(100_000) + "--x--\n");

        assertThat(outline.structure().flattened()).hasSize(MessageOutline.MAX_PARTS);
    }

    @Test
    void partsInPartsWithoutEndAreCut() throws IOException {
        StringBuilder message = new StringBuilder();
        for (int i = 10_000; i < 20_000; i++) {
            message.append("Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
        }

        BodyStructure structure = outline(message.toString()).structure();

        assertThat(structure.flattened().count()).isBetween(50L, 60L);
    }

    @Test
    void messagesInMessagesWithoutEndAreCut() throws IOException {
        MessageOutline outline = outline("Content-Type: message/rfc822\n\n".repeat(10_000));

        assertThat(outline.sections()).hasSizeLessThan(200);
    }

    @Test
    void linesWithoutEndAreNotKept() throws IOException {
        long length = 100L << 20;
        InputStream header = new ByteArrayInputStream(octets("Subject: long\nX-Endless: "));

        MessageOutline outline =
                MessageOutline.read(new SequenceInputStream(header, letters(length)));

        assertThat(outline.size()).isEqualTo(length + 26);
    }

    private static InputStream letters(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int taken = (int) Math.min(left, length);
                Arrays.fill(buffer, offset, offset + taken, (byte) 'x');
                left -= taken;
                return taken == 0 ? -1 : taken;
            }
        };
    }

    @Test
    void fieldsAfterAHeaderOfMegabytesAreStillRead() throws IOException {
        OutlineScanner scanner = new OutlineScanner();
        scanner.write(octets("X-Long: " + "x".repeat(2_000_000) + "\nSubject: after it\n\n"));

        assertThat(scanner.header().envelope().subject()).isEqualTo("after it");
    }
}
