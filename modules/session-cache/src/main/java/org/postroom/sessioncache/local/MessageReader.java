package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.Section;
import org.postroom.protocol.mime.MessageHeader;
import org.postroom.protocol.mime.MessageOutline;
import org.postroom.protocol.mime.Stretch;

/** Reads what was written, back from the database, and proves it on the way. */
@ApplicationScoped
class MessageReader {

    private final LocalDatabase database;
    private final Chunks chunks;

    MessageReader(LocalDatabase database, Chunks chunks) {
        this.database = database;
        this.chunks = chunks;
    }

    /**
     * Reads a whole message; memory does not grow with it.
     *
     * @throws StorageFailed when the database gives back something else than was written
     */
    ReadMessage read(Uploaded upload) {
        MessageOutline outline = outline(upload);
        MessageHeader header =
                outline.find(Section.HEADER)
                        .map(stretch -> octets(upload, stretch, MessageHeader.MAX_OCTETS))
                        .map(MessageHeader::parse)
                        .orElseGet(() -> MessageHeader.parse(new byte[0]));
        MessageTexts texts =
                new MessageTexts(outline, (stretch, most) -> octets(upload, stretch, most));
        return new ReadMessage(header, outline, texts.words(), texts.preview());
    }

    private MessageOutline outline(Uploaded upload) {
        Digest digest = new Digest();
        try (InputStream message =
                new DigestedStream(chunks.open(upload.account(), upload.upload()), digest)) {
            MessageOutline outline = MessageOutline.read(message);
            if (!Arrays.equals(digest.sha256(), upload.sha256())) {
                throw new StorageFailed("What was read is not what was written", null);
            }
            return outline;
        } catch (IOException e) {
            throw new StorageFailed("What was written could not be read", e);
        }
    }

    private byte[] octets(Uploaded upload, Stretch stretch, int atMost) {
        UUID account = upload.account();
        int length = (int) Math.min(stretch.length(), atMost);
        return length == 0
                ? new byte[0]
                : database.call(
                        sql ->
                                chunks.read(
                                        sql, account, upload.upload(), stretch.offset(), length));
    }
}
