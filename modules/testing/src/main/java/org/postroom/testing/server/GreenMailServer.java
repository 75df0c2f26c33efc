package org.postroom.testing.server;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postroom.testing.corpus.CorpusMessage;

/**
 * GreenMail inside this JVM: the poorest server that still speaks IMAP4rev1 (no SPECIAL-USE,
 * CONDSTORE, ESEARCH, LIST-STATUS, NAMESPACE, STARTTLS). Messages are put into its store directly.
 */
public final class GreenMailServer implements MailServer {
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Map<String, Flags.Flag> SYSTEM_FLAGS =
            Map.of(
                    "\\Seen", Flags.Flag.SEEN,
                    "\\Flagged", Flags.Flag.FLAGGED,
                    "\\Answered", Flags.Flag.ANSWERED,
                    "\\Draft", Flags.Flag.DRAFT,
                    "\\Deleted", Flags.Flag.DELETED);
    private final GreenMail greenMail;
    private final AtomicInteger users = new AtomicInteger();

    private GreenMailServer() {
        greenMail = new GreenMail(new ServerSetup[] {free("imap"), free("pop3")});
        greenMail.start();
    }

    /** Starts one on free ports; it ends with {@link #close} or with this JVM. */
    public static GreenMailServer start() {
        return new GreenMailServer();
    }

    private static ServerSetup free(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol).dynamicPort();
    }

    @Override
    public String family() {
        return "GreenMail";
    }

    @Override
    public int imapPort() {
        return greenMail.getImap().getPort();
    }

    @Override
    public int pop3Port() {
        return greenMail.getPop3().getPort();
    }

    @Override
    public char delimiter() {
        return greenMail.getManagers().getImapHostManager().getHierarchyDelimiter();
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public MailUser newUser() {
        var number = users.incrementAndGet();
        return newUser("user" + number + "@postroom.test", "secret-" + number);
    }

    /** Creates an account whose login name is its address. */
    public MailUser newUser(String address, String password) {
        greenMail.setUser(address, address, password);
        return new MailUser(address, password);
    }

    @Override
    public void fill(MailUser user, String mailbox, Stream<CorpusMessage> messages) {
        try (messages) {
            var folder = folder(user, mailbox);
            messages.forEach(message -> append(folder, message));
        }
    }

    @Override
    public void fill(MailUser user, Stream<CorpusMessage> messages) {
        try (messages) {
            messages.forEach(message -> append(folder(user, name(message.mailbox())), message));
        }
    }

    /**
     * Creates an empty mailbox with its parents and subscribes to it; one that is there is fine.
     */
    public void create(MailUser user, String mailbox) {
        folder(user, mailbox);
    }

    private MailFolder folder(MailUser user, String mailbox) {
        try {
            var mailboxes = greenMail.getManagers().getImapHostManager();
            GreenMailUser account = greenMail.getUserManager().getUser(user.login());
            var there = mailboxes.getFolder(account, mailbox);
            if (there != null) {
                return there;
            }
            var created = mailboxes.createMailbox(account, mailbox);
            mailboxes.subscribe(account, mailbox);
            return created;
        } catch (FolderException | AuthorizationException e) {
            throw new IllegalStateException(mailbox, e);
        }
    }

    private static void append(MailFolder folder, CorpusMessage message) {
        try {
            var parsed = new MimeMessage(SESSION, new ByteArrayInputStream(message.raw()));
            folder.appendMessage(parsed, flags(message), Date.from(message.internalDate()));
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Flags flags(CorpusMessage message) {
        var flags = new Flags();
        for (var flag : message.flags()) {
            var system = SYSTEM_FLAGS.get(flag);
            if (system == null) {
                flags.add(flag);
            } else {
                flags.add(system);
            }
        }
        return flags;
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
