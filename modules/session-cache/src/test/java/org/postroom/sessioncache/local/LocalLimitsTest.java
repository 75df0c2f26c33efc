package org.postroom.sessioncache.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.FlagResult;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchCriteria.Contains;
import org.postroom.protocol.SearchCriteria.Field;
import org.postroom.protocol.SearchResult;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.UidSet;

/** What one account may have, and one request may take. */
@QuarkusTest
class LocalLimitsTest {

    private static final SearchCriteria WORD = new Contains(Field.TEXT, "nowhere");

    private final LocalTestAccount account = new LocalTestAccount();
    private final Judge judge = new Judge(account.id());

    @Inject AgroalDataSource database;
    @Inject LocalMail mail;

    private MessageRefs all() {
        return Letters.refs(account.store(), Letters.INBOX, UidSet.of(judge.uids(Letters.INBOX)));
    }

    private static Flag[] keywords(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> new Flag("word" + i))
                .toArray(Flag[]::new);
    }

    private FlagResult add(Flag... flags) {
        return account.store().changeFlags(all(), FlagChange.add(flags));
    }

    @Test
    void aMessageHasABoundedNumberOfKeywords() {
        Letters.put(account.store(), Letters.INBOX, "one");
        add(keywords(0, FlagChanges.MAX_KEYWORDS));

        assertThatThrownBy(() -> add(keywords(500, 1))).isInstanceOf(NotPermitted.class);
        assertThat(add(Flag.SEEN).stopped()).isEmpty();
        assertThat(judge.flags(Letters.INBOX, judge.uids(Letters.INBOX).getFirst()))
                .hasSize(FlagChanges.MAX_KEYWORDS + 1)
                .doesNotContain("word500");

        account.store().changeFlags(all(), FlagChange.remove(keywords(0, 1)));
        assertThat(add(keywords(500, 1)).stopped()).isEmpty();
    }

    @Test
    void aNewMessageWithTooManyKeywordsIsNotTaken() {
        Flag[] many = keywords(0, FlagChanges.MAX_KEYWORDS + 1);

        assertThatThrownBy(
                        () ->
                                account.store()
                                        .append(
                                                Letters.INBOX,
                                                Letters.message(Letters.about("one"), many)))
                .isInstanceOf(NotPermitted.class);
        assertThat(judge.uids(Letters.INBOX)).isEmpty();
    }

    @Test
    void anAccountHasABoundedNumberOfMessages() {
        Letters.put(account.store(), Letters.INBOX, "one", "two");
        judge.run(
                "UPDATE mailbox SET messages = "
                        + (MailboxRow.MAX_MESSAGES - 3)
                        + " WHERE name = 'Sent' AND account = '"
                        + judge.account()
                        + "'");

        assertThatThrownBy(() -> account.store().copy(all(), Letters.ARCHIVE))
                .isInstanceOf(OverQuota.class);
        assertThat(judge.uids(Letters.ARCHIVE)).isEmpty();
        Letters.put(account.store(), Letters.ARCHIVE, "three");
        assertThatThrownBy(() -> Letters.put(account.store(), Letters.ARCHIVE, "four"))
                .isInstanceOf(OverQuota.class);
        assertThat(account.store().move(all(), Letters.ARCHIVE).stopped()).isEmpty();
    }

    @Test
    void aSearchThatTakesTooLongSaysThatItIsNotComplete() throws SQLException {
        Letters.put(account.store(), Letters.INBOX, "one");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE content IN ACCESS EXCLUSIVE MODE");

            SearchResult found = impatient().search(Letters.INBOX, WORD);
            assertThat(found.complete()).isFalse();
            assertThat(found.uids()).isEqualTo(UidSet.EMPTY);
            Listing listing = new Listing(WORD, SortOrder.NEWEST_FIRST, 0, 50);
            assertThatThrownBy(() -> impatient().list(Letters.INBOX, listing))
                    .isInstanceOf(ServerRefused.class);
            connection.rollback();
        }
        assertThat(impatient().search(Letters.INBOX, WORD).complete()).isTrue();
    }

    private LocalMailStore impatient() {
        LocalRules rules = new LocalRules(0, Duration.ofMillis(200));
        LocalMail other =
                new LocalMail(
                        mail.database,
                        rules,
                        mail.mailboxes,
                        mail.listing,
                        mail.content,
                        mail.changes,
                        mail.contents,
                        mail.appends,
                        mail.waiting);
        return new LocalMailStore(other, account.id(), judge.account());
    }
}
