package org.postroom.sessioncache.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.UidSet;

/** Small messages, and what is done with them again and again. */
final class Letters {

    static final MailboxName INBOX = MailboxName.inbox('/');
    static final MailboxName ARCHIVE = new MailboxName("Archive", '/');
    static final Instant SOME_DAY = Instant.parse("2026-03-01T08:00:00Z");

    private Letters() {}

    static byte[] header(String subject) {
        return ("From: Ines Varga <ines@postroom.example>\r\nTo: team@postroom.example\r\n"
                        + "Received: from a by b; Sun, 01 Feb 2026 10:00:00 +0000\r\n"
                        + "Subject: "
                        + subject
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] about(String subject) {
        String header = new String(header(subject), StandardCharsets.UTF_8);
        return (header + "Dear all, " + subject + ".\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static NewMessage message(byte[] octets, Flag... flags) {
        return new NewMessage(
                Set.of(flags), SOME_DAY, octets.length, () -> new ByteArrayInputStream(octets));
    }

    static void put(MailStore store, MailboxName mailbox, String... subjects) {
        for (String subject : subjects) {
            store.append(mailbox, message(about(subject)));
        }
    }

    static MessageRefs refs(MailStore store, MailboxName mailbox, UidSet uids) {
        return new MessageRefs(mailbox, store.status(mailbox).uidValidity().orElseThrow(), uids);
    }

    static void write(Upload upload, byte[] octets) {
        try (InputStream in = new ByteArrayInputStream(octets)) {
            in.transferTo(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
