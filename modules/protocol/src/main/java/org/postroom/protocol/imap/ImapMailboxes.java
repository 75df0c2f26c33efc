package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.iap.Argument;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.MailboxExists;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MailboxStatus;
import org.postroom.protocol.MailboxTree;
import org.postroom.protocol.Namespace;
import org.postroom.protocol.SpecialUse;
import org.postroom.protocol.UidValidity;

/** The mailboxes of an account: their list, their counters, and changes of them (RFC 9051 §6.3). */
final class ImapMailboxes {

    private final ImapConnection connection;

    ImapMailboxes(ImapConnection connection) {
        this.connection = connection;
    }

    /**
     * Where the person's own mailboxes live (RFC 2342); a server that does not tell has no prefix.
     */
    Namespace namespace() {
        if (connection.has("NAMESPACE")) {
            Answer answer = connection.attempt("NAMESPACE", null);
            Optional<Namespace> told =
                    answer.lines("NAMESPACE")
                            .map(line -> line.at(0).at(0))
                            .findFirst()
                            .flatMap(this::namespace);
            if (told.isPresent()) {
                return told.get();
            }
        }
        Argument everything = new Argument().writeNString("").writeNString("");
        return connection
                .run("LIST", everything)
                .lines("LIST")
                .findFirst()
                .map(line -> new Namespace("", delimiter(line.at(1))))
                .orElse(new Namespace("", MailboxName.FLAT));
    }

    private Optional<Namespace> namespace(Token token) {
        if (!token.isList()) {
            return Optional.empty();
        }
        String prefix = connection.names().decoded(token.at(0)).orElse("");
        return Optional.of(new Namespace(prefix, delimiter(token.at(1))));
    }

    private static char delimiter(Token token) {
        String text = token.latin1();
        return text.length() == 1 && text.charAt(0) > ' ' && text.charAt(0) < 0x7F
                ? text.charAt(0)
                : MailboxName.FLAT;
    }

    /** Every mailbox, in the order in which people see them. */
    List<Mailbox> all() {
        connection.catchUp();
        Map<MailboxName, Entry> found = connection.has("LIST-EXTENDED") ? extended() : plain();
        askStatusOfTheRest(found);
        Map<MailboxName, SpecialUse> uses = MailboxUses.of(found.values());
        return MailboxTree.of(found.values().stream().map(e -> mailbox(e, uses)).toList());
    }

    private static Mailbox mailbox(Entry entry, Map<MailboxName, SpecialUse> uses) {
        Set<String> attributes = entry.attributes();
        return new Mailbox(
                entry.name(),
                Optional.ofNullable(uses.get(entry.name())),
                entry.selectable(),
                attributes.contains("\\SUBSCRIBED"),
                !attributes.contains("\\NOINFERIORS"),
                entry.selectable() ? entry.status() : Optional.empty());
    }

    // RFC 5258, with RFC 6154 and RFC 5819 in the same command where the server knows them.
    private Map<MailboxName, Entry> extended() {
        Argument options = new Argument().writeAtom("SUBSCRIBED");
        if (connection.has("SPECIAL-USE")) {
            options.writeAtom("SPECIAL-USE");
        }
        if (connection.has("LIST-STATUS")) {
            options.writeAtom("STATUS").writeArgument(statusItems());
        }
        Argument arguments =
                new Argument()
                        .writeNString("")
                        .writeNString("*")
                        .writeAtom("RETURN")
                        .writeArgument(options);
        Answer answer = connection.run("LIST", arguments);
        Map<MailboxName, Entry> found = entries(answer, "LIST");
        answer.lines("STATUS").forEach(line -> takeStatus(line, found));
        return found;
    }

    private Map<MailboxName, Entry> plain() {
        Map<MailboxName, Entry> found = entries(connection.run("LIST", everything()), "LIST");
        Set<MailboxName> subscribed =
                entries(connection.run("LSUB", everything()), "LSUB").keySet();
        found.values().stream()
                .filter(entry -> subscribed.contains(entry.name()))
                .forEach(entry -> entry.attributes().add("\\SUBSCRIBED"));
        return found;
    }

    private static Argument everything() {
        return new Argument().writeNString("").writeNString("*");
    }

    private Map<MailboxName, Entry> entries(Answer answer, String key) {
        Map<MailboxName, Entry> found = new HashMap<>();
        answer.lines(key).forEach(line -> entry(line).ifPresent(e -> found.put(e.name(), e)));
        return found;
    }

    // A name that cannot be one is left out: one broken folder must not hide all others.
    private Optional<Entry> entry(ImapLine line) {
        Set<String> attributes = new HashSet<>();
        line.at(0).items().forEach(attribute -> attributes.add(attribute.word()));
        return name(line.at(2), delimiter(line.at(1))).map(name -> new Entry(name, attributes));
    }

    private Optional<MailboxName> name(Token token, char delimiter) {
        try {
            return connection
                    .names()
                    .decoded(token)
                    .map(value -> new MailboxName(value, delimiter));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void takeStatus(ImapLine line, Map<MailboxName, Entry> found) {
        name(line.at(0), MailboxName.FLAT)
                .map(found::get)
                .ifPresent(entry -> entry.tell(status(line.at(1))));
    }

    // With LIST-STATUS too a status may be missing: Dovecot lists parents that it cannot open.
    private void askStatusOfTheRest(Map<MailboxName, Entry> found) {
        found.values().stream()
                .filter(entry -> entry.selectable() && entry.status().isEmpty())
                .forEach(this::askStatus);
    }

    private void askStatus(Entry entry) {
        Answer answer = connection.attempt("STATUS", statusArguments(entry.name()));
        answer.lines("STATUS").findFirst().ifPresent(line -> entry.tell(status(line.at(1))));
        boolean passing = answer.end().hasCode("UNAVAILABLE") || answer.end().hasCode("INUSE");
        if (!answer.isOk() && !passing) {
            entry.attributes().add("\\NONEXISTENT");
        }
    }

    /** A mailbox's counters. */
    MailboxStatus status(MailboxName mailbox) {
        connection.catchUp();
        Answer answer = connection.attempt("STATUS", statusArguments(mailbox));
        if (!answer.isOk()) {
            throw connection.refusedMailbox(answer, mailbox);
        }
        return answer.lines("STATUS")
                .findFirst()
                .map(line -> status(line.at(1)))
                .orElseThrow(() -> new BadResponse("No status was told", null));
    }

    private Argument statusArguments(MailboxName mailbox) {
        return connection.mailbox(mailbox).writeArgument(statusItems());
    }

    private Argument statusItems() {
        Argument items = new Argument();
        for (String item : List.of("MESSAGES", "UNSEEN", "UIDNEXT", "UIDVALIDITY")) {
            items.writeAtom(item);
        }
        return connection.has("STATUS=SIZE") ? items.writeAtom("SIZE") : items;
    }

    private static MailboxStatus status(Token items) {
        Map<String, Long> values = new HashMap<>();
        for (int i = 0; i + 1 < items.items().size(); i += 2) {
            values.put(items.at(i).word(), items.at(i + 1).number());
        }
        long validity = values.getOrDefault("UIDVALIDITY", 0L);
        long size = values.getOrDefault("SIZE", -1L);
        return new MailboxStatus(
                Math.max(0, values.getOrDefault("MESSAGES", 0L)),
                Math.max(0, values.getOrDefault("UNSEEN", 0L)),
                Math.max(1, values.getOrDefault("UIDNEXT", 1L)),
                validity > 0 ? Optional.of(new UidValidity(validity)) : Optional.empty(),
                size >= 0 ? Optional.of(size) : Optional.empty());
    }

    /** Makes a mailbox and subscribes to it. */
    void create(MailboxName mailbox) {
        if (mailbox.isInbox()) {
            throw new MailboxExists(mailbox, null);
        }
        Answer answer = connection.attempt("CREATE", connection.mailbox(mailbox));
        if (!answer.isOk()) {
            throw refusedName(answer, mailbox);
        }
        connection.run("SUBSCRIBE", connection.mailbox(mailbox), mailbox);
    }

    private RuntimeException refusedName(Answer no, MailboxName mailbox) {
        boolean unexplained = !ImapFailures.hasCode(no.end());
        return unexplained && connection.exists(mailbox)
                ? new MailboxExists(mailbox, null)
                : ImapFailures.of(no.end(), mailbox);
    }

    /** Gives a mailbox and all below it another name; subscriptions go with it. */
    void rename(MailboxName mailbox, MailboxName newName) {
        if (mailbox.isInbox() || newName.isBelow(mailbox)) {
            throw new NotPermitted("INBOX stays, and nothing moves into itself", null);
        }
        List<MailboxName> subscribed = subscribedWithin(mailbox);
        connection.leave(mailbox);
        Answer answer =
                connection.attempt("RENAME", connection.with(connection.mailbox(mailbox), newName));
        if (!answer.isOk()) {
            throw refusedRename(answer, mailbox, newName);
        }
        subscribed.forEach(old -> moveSubscription(old, mailbox, newName));
    }

    private RuntimeException refusedRename(Answer no, MailboxName mailbox, MailboxName newName) {
        if (no.end().hasCode("NONEXISTENT") || !connection.exists(mailbox)) {
            return new NoSuchMailbox(mailbox, null);
        }
        return refusedName(no, newName);
    }

    private List<MailboxName> subscribedWithin(MailboxName mailbox) {
        List<MailboxName> result = new ArrayList<>();
        for (MailboxName name : entries(connection.run("LSUB", everything()), "LSUB").keySet()) {
            if (name.equals(mailbox) || name.isBelow(mailbox)) {
                result.add(name);
            }
        }
        return result;
    }

    private void moveSubscription(MailboxName old, MailboxName from, MailboxName to) {
        String rest = old.value().substring(from.value().length());
        MailboxName moved = new MailboxName(to.value() + rest, to.delimiter());
        connection.attempt("SUBSCRIBE", connection.mailbox(moved));
        connection.attempt("UNSUBSCRIBE", connection.mailbox(old));
    }

    /** Deletes a mailbox, but not those below it, and its subscription. */
    void delete(MailboxName mailbox) {
        if (mailbox.isInbox()) {
            throw new NotPermitted("INBOX cannot be deleted", null);
        }
        connection.leave(mailbox);
        Answer answer = connection.attempt("DELETE", connection.mailbox(mailbox));
        if (!answer.isOk()) {
            throw connection.refusedMailbox(answer, mailbox);
        }
        connection.attempt("UNSUBSCRIBE", connection.mailbox(mailbox));
    }

    /** Puts a mailbox into the person's list, or takes it out. */
    void subscribe(MailboxName mailbox, boolean subscribed) {
        if (subscribed && !connection.exists(mailbox)) {
            throw new NoSuchMailbox(mailbox, null); // servers subscribe to anything
        }
        connection.run(
                subscribed ? "SUBSCRIBE" : "UNSUBSCRIBE", connection.mailbox(mailbox), mailbox);
    }

    /** A mailbox while its parts are being gathered. */
    static final class Entry {
        private final MailboxName name;
        private final Set<String> attributes;
        private Optional<MailboxStatus> status = Optional.empty();

        Entry(MailboxName name, Set<String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        MailboxName name() {
            return name;
        }

        /** In capitals. */
        Set<String> attributes() {
            return attributes;
        }

        Optional<MailboxStatus> status() {
            return status;
        }

        boolean selectable() {
            return !attributes.contains("\\NOSELECT") && !attributes.contains("\\NONEXISTENT");
        }

        void tell(MailboxStatus told) {
            status = Optional.of(told);
        }
    }
}
