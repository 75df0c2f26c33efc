package org.postroom.app.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Visitor;
import org.postroom.protocol.Uid;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.HostileMessage;
import org.postroom.testing.corpus.HostileMessages;
import org.postroom.testing.corpus.Specimen;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.RawPop3;

/**
 * Somebody who has got everything that is odd.
 *
 * @param visitor their browser
 * @param validity of INBOX
 * @param uids in the order of {@link #names}
 * @param sources in the same order, as another program gets them from the mail server
 */
record OddMail(Visitor visitor, String validity, List<Uid> uids, List<byte[]> sources) {

    private static final Instant WHEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<CorpusMessage> MAIL =
            Stream.concat(
                            Stream.of(Specimen.values()).map(kind -> kind.message(1, WHEN)),
                            hostile().map(message -> plain(message.raw())))
                    .toList();
    private static final Map<AccountKind, OddMail> PEOPLE = new ConcurrentHashMap<>();

    /** The one of a kind; nothing is changed there. */
    static OddMail of(AccountKind kind) {
        return PEOPLE.computeIfAbsent(kind, OddMail::received);
    }

    /** What each message is called. */
    static List<String> names() {
        return Stream.concat(
                        Stream.of(Specimen.values()).map(Enum::name),
                        hostile().map(HostileMessage::name))
                .toList();
    }

    // A server does not take what has no octets.
    private static Stream<HostileMessage> hostile() {
        return HostileMessages.all().stream().filter(message -> message.raw().length > 0);
    }

    private static CorpusMessage plain(byte[] raw) {
        return new CorpusMessage(raw, Set.of(), WHEN, "INBOX");
    }

    private static OddMail received(AccountKind kind) {
        Account account = Account.with(kind, MAIL.stream().map(CorpusMessage::withFlags));
        Visitor visitor = account.visitor();
        String id = visitor.open("/mailbox").one("[data-message]").attr("data-message");
        try (var other = account.other()) {
            return new OddMail(
                    visitor, id.replaceFirst("\\..*", ""), other.uids("INBOX"), sources(account));
        }
    }

    /** What names a message in an address. */
    String query(String name) {
        return "?in=INBOX&id=" + validity + "." + uids.get(names().indexOf(name));
    }

    /** What another program gets from the mail server. */
    byte[] source(String name) {
        return sources.get(names().indexOf(name));
    }

    private static List<byte[]> sources(Account account) {
        return switch (account.kind()) {
            case IMAP -> imapSources(account.user());
            case POP3 -> pop3Sources(account.user());
        };
    }

    private static List<byte[]> imapSources(MailUser user) {
        try (RawImap server = MailServers.dovecot().connect(user)) {
            server.select("INBOX");
            return server.search("ALL").stream().map(server::body).toList();
        }
    }

    private static List<byte[]> pop3Sources(MailUser user) {
        try (RawPop3 server = RawPop3.connect(MailServers.dovecot().pop3Port()).login(user)) {
            return IntStream.rangeClosed(1, MAIL.size()).mapToObj(server::message).toList();
        }
    }
}
