package org.postroom.app.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;

/** A new person with some plain messages, signed in here and in another mail program. */
public final class Mailbox implements AutoCloseable {

    private static final long SEED = 7;

    private final MailUser user = MailServers.dovecot().newUser();
    private final RawImap other;
    private final Visitor visitor;

    private Mailbox(int count) {
        MailServers.dovecot()
                .fill(
                        user,
                        "INBOX",
                        IntStream.range(0, count).mapToObj(n -> mail(n).message().withFlags()));
        other = RawImap.connect(MailServers.dovecot().imapPort()).login(user);
        visitor = Visitor.signedIn(user);
    }

    /** With this many messages in INBOX, all unread. */
    public static Mailbox of(int count) {
        return new Mailbox(count);
    }

    /** Message number i. */
    public static PlainMail mail(int number) {
        return PlainMail.of(SEED, number);
    }

    /** Subject of message number i. */
    public static String subject(int number) {
        return mail(number).subject();
    }

    public MailUser user() {
        return user;
    }

    /** The browser. */
    public Visitor visitor() {
        return visitor;
    }

    /** The other mail program. */
    public RawImap other() {
        return other;
    }

    /** The inbox. */
    public Page inbox() {
        return visitor.open("/mailbox?name=INBOX");
    }

    /** A list's form with these messages ticked, by their numbers. */
    public static Form ticked(Page list, int... numbers) {
        Form form = list.markedForm("list-actions");
        for (int number : numbers) {
            form.tick(list.row(subject(number)));
        }
        return form;
    }

    /** UID of a row. */
    public static long uid(Element row) {
        return Long.parseLong(row.attr("data-message").replaceFirst("^\\d+\\.", ""));
    }

    /** How many messages another program sees in a mailbox. */
    public long count(String mailbox) {
        other.select(mailbox);
        return other.search("ALL").size();
    }

    /** Subjects that another program sees in a mailbox, oldest first. */
    public List<String> subjects(String mailbox) {
        other.select(mailbox);
        return other.search("ALL").stream()
                .map(uid -> new String(other.body(uid), StandardCharsets.US_ASCII))
                .map(text -> text.replaceFirst("(?s).*?Subject: (.*?)\r\n.*", "$1"))
                .toList();
    }

    @Override
    public void close() {
        other.close();
    }
}
