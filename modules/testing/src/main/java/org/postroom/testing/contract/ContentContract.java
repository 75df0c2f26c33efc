package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MessageDetail;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.PartPath;
import org.postroom.protocol.Section;
import org.postroom.protocol.Section.Text;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.Uid;
import org.postroom.testing.corpus.CorpusMessage;

/** What a message holds: its structure, and its octets. */
public interface ContentContract extends StoreContract {

    private MessageRef put(CorpusMessage message) {
        account().other().put(inbox(), message);
        Uid uid = account().other().uids(inbox()).getLast();
        return new MessageRef(inbox(), store().status(inbox()).uidValidity().orElseThrow(), uid);
    }

    private byte[] read(MessageRef message, Section section, long offset, int length) {
        SectionRange range = new SectionRange(section, offset, length);
        return store().read(message, List.of(range)).getOrDefault(range, new byte[] {42});
    }

    private String text(MessageRef message, Section section) {
        return new String(read(message, section, 0, 10_000), StandardCharsets.UTF_8);
    }

    private static Section part(String path) {
        return Section.content(new PartPath(path));
    }

    @Test
    default void readingSetsNoFlagAndOpeningSetsSeen() {
        MessageRef message = put(Letter.about("seen").sent());
        SectionRange range = SectionRange.first(part("1"), 5);
        byte[] looked = store().read(message, List.of(range)).get(range);
        assertThat(store().detail(message).summary().has(Flag.SEEN)).isFalse();

        byte[] opened = store().readAndMarkSeen(message, List.of(range)).get(range);

        assertThat(opened).isEqualTo(looked);
        assertThat(store().detail(message).summary().has(Flag.SEEN)).isTrue();
    }

    @Test
    default void aPlainMessageHasOnePartWithNumberOne() {
        MessageDetail detail = store().detail(put(Letter.about("plain").sent()));

        assertThat(detail.structure())
                .isInstanceOfSatisfying(
                        SinglePart.class,
                        part -> {
                            assertThat(part.path().value()).isEqualTo("1");
                            assertThat(part.type().essence()).isEqualTo("text/plain");
                            assertThat(part.encoding()).isEqualTo("7bit");
                        });
        assertThat(detail.summary().envelope().orElseThrow().subject()).isEqualTo("plain");
    }

    @Test
    default void theTreeOfPartsIsToldWithNumbersAndTypes() {
        MessageDetail detail = store().detail(put(Samples.WITH_ATTACHMENT));

        MultiPart root = (MultiPart) detail.structure();
        assertThat(root.path()).isEqualTo(PartPath.MESSAGE);
        assertThat(root.type().subtype()).isEqualTo("mixed");
        assertThat(root.flattened())
                .extracting(part -> part.path() + " " + part.type().essence())
                .containsExactly(
                        " multipart/mixed",
                        "1 multipart/alternative",
                        "1.1 text/plain",
                        "1.2 text/html",
                        "2 application/pdf",
                        "3 message/rfc822");
    }

    @Test
    default void anAttachmentHasItsNameAndItsSize() {
        MessageDetail detail = store().detail(put(Samples.WITH_ATTACHMENT));

        SinglePart pdf = (SinglePart) ((MultiPart) detail.structure()).parts().get(1);
        assertThat(pdf.fileName()).contains("書類.pdf");
        assertThat(pdf.encoding()).isEqualTo("base64");
        assertThat(pdf.isAttachment()).isTrue();
        assertThat(pdf.size()).isBetween(20L, 24L);
        assertThat(detail.summary().attachment()).isTrue();
    }

    @Test
    default void aMessageInsideIsToldWithItsOwnParts() {
        MultiPart root = (MultiPart) store().detail(put(Samples.WITH_ATTACHMENT)).structure();

        MessagePart inside = (MessagePart) root.parts().get(2);
        assertThat(inside.envelope().subject()).isEqualTo("Inside");
        assertThat(inside.body().flattened())
                .extracting(BodyStructure::path)
                .extracting(PartPath::value)
                .containsExactly("3", "3.1", "3.2");
        SinglePart picture = (SinglePart) ((MultiPart) inside.body()).parts().get(1);
        assertThat(picture.fileName()).contains("Tür.png");
    }

    @Test
    default void theSourceIsExactlyWhatWasReceived() {
        MessageRef message = put(Samples.WITH_ATTACHMENT);

        byte[] source = read(message, Section.SOURCE, 0, SectionRange.MAX_LENGTH);

        assertThat(source).isEqualTo(Samples.WITH_ATTACHMENT.raw());
    }

    @Test
    default void aRangeIsJustThoseOctets() {
        MessageRef message = put(Samples.WITH_ATTACHMENT);

        byte[] range = read(message, Section.SOURCE, 100, 50);

        assertThat(range).isEqualTo(Arrays.copyOfRange(Samples.WITH_ATTACHMENT.raw(), 100, 150));
    }

    @Test
    default void whatIsReadInRangesIsWhatIsReadAtOnce() {
        MessageRef message =
                put(Letter.about("long").saying("0123456789abcde\r\n".repeat(40_000)).sent());
        byte[] whole = read(message, Section.SOURCE, 0, SectionRange.MAX_LENGTH);
        byte[] pieces = new byte[whole.length];

        for (int at = 0; at < whole.length; at += 100_000) {
            byte[] piece = read(message, Section.SOURCE, at, 100_000);
            System.arraycopy(piece, 0, pieces, at, piece.length);
        }

        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    default void pastTheEndThereIsNothing() {
        MessageRef message = put(Letter.about("short").sent());

        assertThat(read(message, part("1"), 100_000, 10)).isEmpty();
    }

    @Test
    default void whereThereIsNoSuchSectionThereIsNothing() {
        MessageRef message = put(Letter.about("short").sent());

        assertThat(read(message, part("7.3"), 0, 10)).isEmpty();
    }

    @Test
    default void partsAreReadAsTheyWereTransferred() {
        MessageRef message = put(Samples.WITH_ATTACHMENT);

        assertThat(text(message, part("1.1"))).isEqualTo("The papers.");
        assertThat(text(message, part("2")).strip()).isEqualTo("JVBERi0xLjQKJSVFT0YK");
        assertThat(text(message, part("3.1"))).isEqualTo("Inside text.");
    }

    @Test
    default void headersAreReadByThemselves() {
        MessageRef message = put(Samples.WITH_ATTACHMENT);

        assertThat(text(message, Section.HEADER))
                .startsWith("From: Ines")
                .endsWith("\"outer\"\r\n\r\n");
        assertThat(text(message, new Section(new PartPath("3"), Text.HEADER)))
                .contains("Subject: Inside");
        assertThat(text(message, new Section(new PartPath("2"), Text.MIME)))
                .contains("application/pdf");
    }

    @Test
    default void severalSectionsAreReadTogether() {
        MessageRef message = put(Samples.WITH_ATTACHMENT);
        SectionRange header = SectionRange.first(Section.HEADER, 2_000);
        SectionRange plain = SectionRange.first(part("1.1"), 100);
        SectionRange few = SectionRange.first(part("1.1"), 3);

        Map<SectionRange, byte[]> read = store().read(message, List.of(header, plain, few));

        assertThat(read).containsOnlyKeys(header, plain, few);
        assertThat(read.get(plain)).asString(StandardCharsets.UTF_8).isEqualTo("The papers.");
        assertThat(read.get(few)).asString(StandardCharsets.UTF_8).isEqualTo("The");
        assertThat(read.get(header)).asString(StandardCharsets.UTF_8).contains("Subject: Papers");
    }

    @Test
    default void lookingAtAMessageSetsNoFlag() {
        MessageRef message = put(Letter.about("quiet").sent());

        store().detail(message);
        text(message, Section.SOURCE);
        text(message, part("1"));

        assertThat(account().other().flags(inbox(), message.uid())).isEmpty();
    }

    @Test
    default void anEmptyTextIsEmpty() {
        MessageRef message = put(Letter.about("nothing to say").saying("").sent());

        assertThat(read(message, part("1"), 0, 100)).isEmpty();
        assertThat(store().detail(message).structure()).isInstanceOf(SinglePart.class);
    }

    /** Another replica shows it in a list already, and its reader opens it here. */
    @Test
    default void aMessageThatAnotherProgramBroughtJustNowIsThere() {
        MessageRef before = put(Letter.about("before").sent());
        store().detail(before);
        account().other().put(inbox(), Letter.about("just now").sent());
        Uid uid = account().other().uids(inbox()).getLast();
        MessageRef fresh = new MessageRef(inbox(), before.uidValidity(), uid);

        assertThat(text(fresh, Section.SOURCE)).contains("Subject: just now");
        assertThat(store().detail(fresh).summary().ref().uid()).isEqualTo(uid);
    }

    @Test
    default void aGoneMessageIsNoSuchMessage() {
        MessageRef message = put(Letter.about("here").sent());
        MessageRef gone = new MessageRef(message.mailbox(), message.uidValidity(), new Uid(99_999));

        assertThatThrownBy(() -> store().detail(gone)).isInstanceOf(NoSuchMessage.class);
        assertThatThrownBy(() -> text(gone, Section.SOURCE)).isInstanceOf(NoSuchMessage.class);
    }

    @Test
    default void partsInPartsWithoutEndAreCutNotFollowed() {
        MessageRef message = put(Samples.nested(90));

        BodyStructure structure = store().detail(message).structure();

        assertThat(structure.flattened().count()).isLessThan(60);
        assertThat(text(message, Section.SOURCE)).contains("The smallest.");
    }

    @Test
    default void partsWithoutNumberAreCut() {
        MessageRef message = put(Samples.wide(1_500));

        assertThat(store().detail(message).structure().flattened().count()).isBetween(900L, 1_001L);
    }
}
