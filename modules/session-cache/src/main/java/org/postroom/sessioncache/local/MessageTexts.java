package org.postroom.sessioncache.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.Disposition;
import org.postroom.protocol.Section;
import org.postroom.protocol.mime.MessageOutline;
import org.postroom.protocol.mime.Stretch;
import org.postroom.rendering.mime.Charsets;
import org.postroom.rendering.mime.TransferDecoding;
import org.postroom.rendering.text.AllWords;
import org.postroom.rendering.text.FirstWords;
import org.postroom.rendering.text.SearchText;

/**
 * Collects the texts of a message, one after the other; of very long ones the beginnings, which is
 * as much as searches look into. Names of files are not among them, as for IMAP's BODY search.
 */
final class MessageTexts {

    private static final int MAX_PARTS = 100;
    private static final int MAX_PART_OCTETS = 1 << 20;
    private static final int MAX_OCTETS = 4 << 20;
    private static final int MAX_WORDS = 1 << 20;

    /** Gives a message's octets. */
    @FunctionalInterface
    interface Octets {
        byte[] read(Stretch stretch, int atMost);
    }

    private final MessageOutline outline;
    private final Octets octets;
    private final StringBuilder words = new StringBuilder();
    private int room = MAX_OCTETS;
    private String plainPreview = "";
    private String htmlPreview = "";

    MessageTexts(MessageOutline outline, Octets octets) {
        this.outline = outline;
        this.octets = octets;
        parts(outline.structure()).limit(MAX_PARTS).forEach(this::add);
    }

    // Messages inside are entered too: their texts are found by searches.
    private static Stream<SinglePart> parts(BodyStructure structure) {
        return switch (structure) {
            case MultiPart multi -> multi.parts().stream().flatMap(MessageTexts::parts);
            case MessagePart message -> parts(message.body());
            case SinglePart single ->
                    single.type().type().equals("text") ? Stream.of(single) : Stream.empty();
        };
    }

    private void add(SinglePart part) {
        if (words.length() >= MAX_WORDS || room <= 0) {
            return;
        }
        String text = decoded(part);
        boolean html = part.type().is("text/html");
        words.append(SearchText.normalised(html ? AllWords.ofHtml(text) : AllWords.of(text)))
                .append('\n');
        if (part.disposition().filter(Disposition::isAttachment).isEmpty()) {
            preview(part, text);
        }
    }

    private void preview(SinglePart part, String text) {
        if (part.type().is("text/html") && htmlPreview.isEmpty()) {
            htmlPreview = FirstWords.ofHtml(text);
        } else if (part.type().is("text/plain") && plainPreview.isEmpty()) {
            plainPreview = FirstWords.of(text);
        }
    }

    private String decoded(SinglePart part) {
        byte[] encoded =
                outline.find(Section.content(part.path()))
                        .map(stretch -> octets.read(stretch, Math.min(room, MAX_PART_OCTETS)))
                        .orElse(new byte[0]);
        room -= encoded.length;
        return decoded(part, encoded);
    }

    private static String decoded(SinglePart part, byte[] encoded) {
        try (InputStream in =
                TransferDecoding.decode(new ByteArrayInputStream(encoded), part.encoding())) {
            return Charsets.decode(
                    in.readAllBytes(), part.type().parameter("charset").orElse(null));
        } catch (IOException _) {
            return Charsets.decode(encoded, null); // not encoded as it says: taken as it stands
        }
    }

    /** What searches look into, normalised; one line for each text. */
    String words() {
        return SearchText.shortened(words.toString(), MAX_WORDS);
    }

    /** The first words, of plain text where there is some. */
    String preview() {
        return plainPreview.isEmpty() ? htmlPreview : plainPreview;
    }
}
