package org.postroom.protocol.imap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Literal;
import org.postroom.protocol.AppendResult;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidValidity;
import org.postroom.protocol.net.ResponseLimits;

/** Puts messages into mailboxes (RFC 9051 §6.3.12), from their stream straight to the wire. */
final class ImapAppend {

    private static final DateTimeFormatter INTERNALDATE =
            DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final int SLOWEST = 50_000; // octets a second

    private final ImapConnection connection;

    ImapAppend(ImapConnection connection) {
        this.connection = connection;
    }

    AppendResult append(MailboxName mailbox, NewMessage message) {
        if (message.size() > limit()) {
            throw new OverQuota("The message is larger than the server takes", null);
        }
        Answer answer = send(arguments(mailbox, message), message.size());
        if (!answer.isOk()) {
            throw connection.refusedMailbox(answer, mailbox);
        }
        return new AppendResult(answer.code("APPENDUID").flatMap(code -> ref(code, mailbox)));
    }

    // RFC 7889, APPENDLIMIT=n.
    private long limit() {
        return connection.capabilities().stream()
                .map(capability -> capability.name())
                .filter(name -> name.matches("APPENDLIMIT=\\d{1,18}"))
                .mapToLong(name -> Long.parseLong(name.substring("APPENDLIMIT=".length())))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private Argument arguments(MailboxName mailbox, NewMessage message) {
        Argument arguments = connection.mailbox(mailbox);
        if (!message.flags().isEmpty()) {
            arguments.writeArgument(ImapChanges.atoms(message.flags()));
        }
        return arguments
                .writeNString(INTERNALDATE.format(message.internalDate()))
                .writeBytes(new Content(message));
    }

    // The literal waits for the server's word even with LITERAL+: so a no costs no upload.
    private Answer send(Argument arguments, long size) {
        ResponseLimits usual = connection.limits();
        Duration time = usual.deadline().plusSeconds(size / SLOWEST);
        connection.wire().askBeforeLiterals(true);
        try {
            return connection.attempt("APPEND", arguments, _ -> false, usual.withDeadline(time));
        } finally {
            connection.wire().askBeforeLiterals(false);
        }
    }

    private static Optional<MessageRef> ref(List<Token> code, MailboxName mailbox) {
        long validity = code.size() > 2 ? code.get(1).number() : -1;
        long uid = code.size() > 2 ? code.get(2).number() : -1;
        return validity < 1 || uid < 1 || uid > Uid.MAX
                ? Optional.empty()
                : Optional.of(new MessageRef(mailbox, new UidValidity(validity), new Uid(uid)));
    }

    private record Content(NewMessage message) implements Literal {
        @Override
        public int size() {
            return Math.toIntExact(message.size());
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream in = message.content().get()) {
                copyExactly(in, out);
            }
        }

        private void copyExactly(InputStream in, OutputStream out) throws IOException {
            byte[] buffer = new byte[16 << 10];
            long left = message.size();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("The message is shorter than was said");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
