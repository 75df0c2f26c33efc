package org.postroom.sessioncache.drop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.Page;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.SortOrder;
import org.postroom.sessioncache.local.LocalDatabase;
import org.postroom.sessioncache.local.LocalMailStores;
import org.postroom.sessioncache.signin.AcceptedSignIn;
import org.postroom.sessioncache.signin.AccountKey;
import org.postroom.sessioncache.signin.RandomNames;
import org.postroom.sessioncache.signin.Sessions;
import org.postroom.sessioncache.signin.SignedInSession;
import org.postroom.testing.server.ScriptedPop3Server;

/** An account on a POP3 server that does what a test tells it. */
abstract class Visitors {

    static final MailboxName INBOX = MailboxName.inbox('/');

    final ScriptedPop3Server server = ScriptedPop3Server.start();
    final Credentials credentials = new Credentials.Password(RandomNames.next(), "secret");

    @Inject Pop3Stores stores;
    @Inject LocalMailStores local;
    @Inject DropContacts contacts;
    @Inject DropLeases leases;
    @Inject DropRows rows;
    @Inject DropEntries entries;
    @Inject Drops drops;
    @Inject Sessions sessions;
    @Inject LocalDatabase database;

    @AfterEach
    void end() {
        server.close();
    }

    ServerEndpoint endpoint() {
        return new ServerEndpoint(Protocol.POP3, "127.0.0.1", server.port(), Security.NONE);
    }

    AccountId account() {
        return AccountId.of(endpoint(), credentials.loginName());
    }

    UUID key() {
        return AccountKey.of(account());
    }

    /** A session of somebody who has signed in, without any contact. */
    SignedInSession session() {
        return session(credentials);
    }

    /** The same with other credentials of the same account. */
    SignedInSession session(Credentials others) {
        local.open(account());
        rows.ensure(key());
        return sessions.open(
                        new AcceptedSignIn(
                                account(), endpoint(), true, others, "kim@example.org", false))
                .session();
    }

    /** One whole session with the drop. */
    DropOutcome visit() {
        local.open(account());
        rows.ensure(key());
        DropLease lease = DropLease.wish(key());
        assertThat(leases.take(lease)).isTrue();
        return contacts.meet(lease, endpoint(), credentials, Duration.ZERO);
    }

    MailStore store() {
        return stores.resume(endpoint(), credentials);
    }

    Page inbox() {
        return store().list(INBOX, new Listing(SearchCriteria.ALL, SortOrder.NEWEST_FIRST, 0, 500));
    }

    /** What is in INBOX, in the order of its UIDs; what has no header yet is empty. */
    List<String> subjects() {
        return byUid().stream()
                .map(each -> each.envelope().map(Envelope::subject).orElse(""))
                .toList();
    }

    List<MessageSummary> byUid() {
        return inbox().messages().stream()
                .sorted((one, other) -> one.ref().uid().compareTo(other.ref().uid()))
                .toList();
    }

    MessageRef message(String subject) {
        return byUid().stream()
                .filter(
                        each ->
                                each.envelope()
                                        .filter(envelope -> envelope.subject().equals(subject))
                                        .isPresent())
                .findFirst()
                .orElseThrow()
                .ref();
    }

    String text(MessageRef message) {
        SectionRange all = new SectionRange(Section.SOURCE, 0, SectionRange.MAX_LENGTH);
        byte[] octets = store().read(message, List.of(all)).get(all);
        return new String(octets, StandardCharsets.UTF_8);
    }

    String text(String subject) {
        return text(message(subject));
    }

    void deleteForGood(String subject) {
        store().expunge(MessageRefs.of(message(subject)));
    }

    long sent(String command) {
        return server.received().stream().filter(each -> each.startsWith(command)).count();
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
