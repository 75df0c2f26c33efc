package org.postroom.testing.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.mime.MessageHeader;
import org.postroom.protocol.mime.MessageOutline;
import org.postroom.protocol.mime.Stretch;

/** Whatever the octets are, they have a header and an outline. */
class OutlineFuzzTest {

    private static final int ROUNDS = 4000;
    private static final int MAX_OCTETS = 20_000;
    private static final List<String> PIECES =
            List.of(
                    "\r\n",
                    "\r\n\r\n",
                    "\n",
                    "\r",
                    "\0",
                    "--x",
                    "--",
                    "\"",
                    "(",
                    "<",
                    ";",
                    "=?utf-8?B?",
                    "?=",
                    "*0*=",
                    "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
                    "Content-Type: message/rfc822\r\n\r\n",
                    "\r\nTo: a, b: c@d, <e;\r\n");

    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void nothingThrowsAndEverySectionLiesInside() throws IOException {
        List<byte[]> seeds =
                SampleMessage.all()
                        .map(it -> Arrays.copyOf(it.raw(), Math.min(it.raw().length, MAX_OCTETS)))
                        .toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = changed(seeds.get(round % seeds.size()));
            MessageHeader.parse(octets);
            check(MessageOutline.read(new ByteArrayInputStream(octets)), octets.length);
        }
    }

    private byte[] changed(byte[] seed) {
        byte[] octets = seed;
        for (int i = random.nextInt(1, 8); i > 0 && octets.length > 0; i--) {
            octets = changedOnce(octets, random.nextInt(octets.length));
        }
        return octets;
    }

    private byte[] changedOnce(byte[] octets, int at) {
        byte[] head = Arrays.copyOf(octets, at);
        byte[] tail = Arrays.copyOfRange(octets, at, octets.length);
        byte[] piece =
                PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.US_ASCII);
        return switch (random.nextInt(5)) {
            case 0 -> head;
            case 1 -> joined(head, piece, tail);
            case 2 -> joined(head, Arrays.copyOfRange(tail, tail.length / 2, tail.length));
            case 3 -> joined(head, tail, tail);
            default -> joined(head, new byte[] {(byte) random.nextInt(256)}, tail);
        };
    }

    private static byte[] joined(byte[]... pieces) {
        int length = Arrays.stream(pieces).mapToInt(piece -> piece.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    private static void check(MessageOutline outline, int size) {
        assertThat(outline.size()).isEqualTo(size);
        assertThat(outline.sections().values())
                .extracting(Stretch::end)
                .allMatch(end -> end <= size);
        assertThat(parts(outline.structure())).isBetween(1L, (long) MessageOutline.MAX_PARTS);
    }

    private static long parts(BodyStructure structure) {
        return switch (structure) {
            case SinglePart _ -> 1;
            case MessagePart message -> 1 + parts(message.body());
            case MultiPart multi ->
                    1 + multi.parts().stream().mapToLong(OutlineFuzzTest::parts).sum();
        };
    }
}
