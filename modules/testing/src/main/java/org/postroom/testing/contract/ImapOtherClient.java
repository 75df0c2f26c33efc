package org.postroom.testing.contract;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.Uid;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.RawReply;

/** Another program over a plain IMAP connection. */
public final class ImapOtherClient implements OtherClient {

    private static final DateTimeFormatter INTERNALDATE =
            DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");
    private static final Pattern DATE = Pattern.compile("INTERNALDATE \"([^\"]*)\"");

    private final RawImap imap;

    /** On a connection that is logged in, and closed with this. */
    public ImapOtherClient(RawImap imap) {
        this.imap = imap;
    }

    @Override
    public void put(MailboxName mailbox, CorpusMessage... messages) {
        for (CorpusMessage message : messages) {
            String flags = message.flags().stream().sorted().collect(Collectors.joining(" "));
            String date = INTERNALDATE.format(message.internalDate());
            imap.append(mailbox.value(), "(" + flags + ") \"" + date + "\"", message.raw())
                    .orThrow();
        }
    }

    @Override
    public List<Uid> uids(MailboxName mailbox) {
        select(mailbox);
        return imap.search("ALL").stream().map(Uid::new).toList();
    }

    // Selecting anew shows what others did, on every server.
    private void select(MailboxName mailbox) {
        imap.select(mailbox.value());
    }

    @Override
    public Set<String> flags(MailboxName mailbox, Uid uid) {
        select(mailbox);
        String flags = first(FLAGS, imap.send("UID FETCH " + uid + " (FLAGS)").orThrow());
        return Set.of(flags.split(" ")).stream()
                .filter(flag -> !flag.isEmpty() && !flag.equals("\\Recent"))
                .collect(Collectors.toSet());
    }

    private static String first(Pattern pattern, RawReply reply) {
        String fetched =
                reply.untagged().stream()
                        .filter(line -> line.contains(" FETCH "))
                        .collect(Collectors.joining());
        Matcher matcher = pattern.matcher(fetched);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public void addFlags(MailboxName mailbox, Uid uid, String... flags) {
        store(mailbox, uid, "+FLAGS", flags);
    }

    @Override
    public void removeFlags(MailboxName mailbox, Uid uid, String... flags) {
        store(mailbox, uid, "-FLAGS", flags);
    }

    private void store(MailboxName mailbox, Uid uid, String item, String... flags) {
        select(mailbox);
        imap.send("UID STORE " + uid + " " + item + " (" + String.join(" ", flags) + ")").orThrow();
    }

    @Override
    public void expunge(MailboxName mailbox) {
        select(mailbox);
        imap.send("EXPUNGE").orThrow();
    }

    @Override
    public byte[] source(MailboxName mailbox, Uid uid) {
        select(mailbox);
        return imap.body(uid.value());
    }

    @Override
    public String internalDate(MailboxName mailbox, Uid uid) {
        select(mailbox);
        return first(DATE, imap.send("UID FETCH " + uid + " (INTERNALDATE)").orThrow());
    }

    @Override
    public void create(MailboxName mailbox) {
        imap.create(mailbox.value());
    }

    @Override
    public void delete(MailboxName mailbox) {
        imap.select("INBOX"); // a selected mailbox takes its connection with it
        imap.send("DELETE " + RawImap.named(mailbox.value())).orThrow();
    }

    @Override
    public List<String> mailboxes() {
        return imap.mailboxes();
    }

    @Override
    public List<String> subscriptions() {
        return imap.subscriptions();
    }

    @Override
    public void close() {
        imap.close();
    }
}
