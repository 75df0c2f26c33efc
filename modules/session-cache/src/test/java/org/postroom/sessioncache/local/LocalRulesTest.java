package org.postroom.sessioncache.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailException.MailboxExists;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.Quota;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SearchCriteria.Among;
import org.postroom.protocol.SearchCriteria.Contains;
import org.postroom.protocol.SearchCriteria.Field;
import org.postroom.protocol.SearchCriteria.HasFlag;
import org.postroom.protocol.SearchCriteria.Not;
import org.postroom.protocol.SearchCriteria.Or;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.SpecialUse;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** What the local store decides where servers differ, and what it does not let happen. */
@QuarkusTest
class LocalRulesTest {

    private static final String FILL =
            """
            INSERT INTO message (account, mailbox, uid, content, internal_date, size,
                pending, envelope, subject_key, sender_key, subject_words)
            SELECT m.account, m.mailbox, m.uid + n, m.content,
                m.internal_date + n * interval '1 minute', n, false, m.envelope,
                'NUMBER ' || n, 'SENDER ' || n % 100, 'number ' || n
            FROM message m, generate_series(1, ?) n WHERE m.account = ?
            """;

    private static final String COUNT =
            """
            UPDATE mailbox b SET uid_next = uid_next + ?, messages = messages + ?,
                unseen = unseen + ?,
                size = (SELECT sum(size) FROM message m WHERE m.account = b.account)
            WHERE account = ? AND id = 1
            """;

    private final LocalTestAccount account = new LocalTestAccount();
    private final Judge judge = new Judge(account.id());

    @Inject LocalMail mail;
    @Inject LocalDatabase database;
    @Inject Contents contents;
    @Inject MessageReader reader;
    @Inject MessageRows rows;

    private static MailboxName named(String name) {
        return new MailboxName(name, '/');
    }

    @Test
    void everyAccountHasTheUsualMailboxesFromTheStart() {
        List<Mailbox> mailboxes = account.store().mailboxes();

        assertThat(mailboxes)
                .extracting(mailbox -> mailbox.name().value())
                .containsExactly("INBOX", "Drafts", "Sent", "Archive", "Junk", "Trash");
        assertThat(mailboxes).allMatch(Mailbox::subscribed);
        assertThat(mailboxes.get(5).specialUse()).contains(SpecialUse.TRASH);
    }

    @Test
    void namesThatAreNoneAreNotPermitted() {
        MailStore store = account.store();

        for (String bad : List.of("/a", "a/", "a//b", " ", "a/ /b")) {
            assertThatThrownBy(() -> store.create(named(bad))).isInstanceOf(NotPermitted.class);
        }
        store.create(named("a"));
        assertThatThrownBy(() -> store.rename(named("a"), named("a/b")))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> store.rename(named("a"), named("a")))
                .isInstanceOf(MailboxExists.class);
        assertThat(judge.mailboxes()).hasSize(7);
    }

    @Test
    void namesOfTooManyLevelsAreNotPermitted() {
        MailStore store = account.store();
        String deepest = "a/".repeat(LocalMailboxes.MAX_LEVELS - 1) + "a";
        store.create(named(deepest));

        assertThatThrownBy(() -> store.create(named(deepest + "/a")))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> store.rename(named("a"), named("b/a")))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void aNameThatIsTooLongInTheSpellingThatIsKeptIsNotPermitted() {
        MailStore store = account.store();

        assertThatThrownBy(() -> store.create(named("\u0958".repeat(600))))
                .isInstanceOf(NotPermitted.class);
        assertThat(store.mailboxes()).hasSize(6);
    }

    @Test
    void namesThatLookLikeSqlOrPatternsAreNames() {
        MailStore store = account.store();
        List<String> odd =
                List.of("'; DROP TABLE message; --", "100%", "a_b", "\\", "\"x\"", "$1", "?");
        odd.forEach(name -> store.create(named(name)));
        store.create(named("axb"));
        store.create(named("axb/child"));
        store.create(named("a_b/child"));

        store.rename(named("a_b"), named("%_\\"));

        assertThat(judge.mailboxes())
                .contains("axb", "axb/child", "%_\\", "%_\\/child", "100%")
                .doesNotContain("a_b", "a_b/child");
        odd.stream()
                .filter(name -> !name.equals("a_b"))
                .forEach(name -> assertThat(store.status(named(name)).messages()).isZero());
    }

    @Test
    void oneNameInTwoSpellingsIsOneMailbox() {
        account.store().create(named("Zoe\u0308"));

        assertThat(account.store().status(named("Zo\u00EB")).messages()).isZero();
        assertThatThrownBy(() -> account.store().create(named("Zo\u00EB")))
                .isInstanceOf(MailboxExists.class);
    }

    @Test
    void whatIsAParentInNameOnlyIsRenamedWithItsChildren() {
        MailStore store = account.store();
        store.create(named("Years/2025"));
        store.create(named("Years/2026"));
        store.create(named("Old/2025"));

        assertThatThrownBy(() -> store.rename(named("Years"), named("Old")))
                .isInstanceOf(MailboxExists.class);
        store.rename(named("Years"), named("Then"));

        assertThat(judge.mailboxes()).contains("Then/2025", "Then/2026", "Old/2025");
    }

    @Test
    void aBranchCanMoveToWhereItCameFrom() {
        MailStore store = account.store();
        store.create(named("b/a"));
        store.create(named("b/a/a"));

        store.rename(named("b/a"), named("b"));

        assertThat(judge.mailboxes()).contains("b", "b/a").doesNotContain("b/a/a");
    }

    @Test
    void whoDeletedTheTrashGetsItBackByItsName() {
        MailStore store = account.store();
        store.delete(named("Trash"));
        store.create(named("trash"));

        assertThat(store.mailboxes())
                .filteredOn(mailbox -> mailbox.is(SpecialUse.TRASH))
                .extracting(mailbox -> mailbox.name().value())
                .containsExactly("trash");
    }

    @Test
    void wordsThatLookLikeSqlOrPatternsAreWords() {
        MailStore store = account.store();
        List<String> odd =
                List.of("' OR 1=1 --", "100% sure", "a_b", "back\\slash", "\"x\"", "$1 ?", "{}");
        Letters.put(store, Letters.INBOX, odd.toArray(String[]::new));
        Letters.put(store, Letters.INBOX, "axb and 100 sure");
        List<Uid> uids = judge.uids(Letters.INBOX);

        for (int i = 0; i < odd.size(); i++) {
            for (Field field : List.of(Field.SUBJECT, Field.BODY, Field.TEXT)) {
                assertThat(found(new Contains(field, odd.get(i))))
                        .isEqualTo(UidSet.of(uids.get(i)));
            }
        }
        assertThat(found(new Contains(Field.FROM, "%"))).isEqualTo(UidSet.EMPTY);
        assertThat(found(new HasFlag(new Flag("a'b")))).isEqualTo(UidSet.EMPTY);
    }

    private UidSet found(SearchCriteria criteria) {
        return account.store().search(Letters.INBOX, criteria).uids();
    }

    @Test
    void whatIsNestedTooDeeplyOrTooLongIsRefused() {
        SearchCriteria deep = SearchCriteria.STARRED;
        for (int i = 0; i < 5_000; i++) {
            deep = new Not(deep);
        }
        SearchCriteria tooDeep = deep;
        List<SearchCriteria> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(new Contains(Field.SUBJECT, "word " + i));
        }

        assertThatThrownBy(() -> found(tooDeep)).isInstanceOf(ServerRefused.class);
        assertThatThrownBy(() -> found(new Or(many))).isInstanceOf(ServerRefused.class);
        assertThat(found(new Or(many.subList(0, 1_000)))).isEqualTo(UidSet.EMPTY);
    }

    @Test
    void millionsOfIdentifiersCostNoMoreThanWhatIsThere() {
        MailStore store = account.store();
        Letters.put(store, Letters.INBOX, "one", "two");
        UidSet all = UidSet.between(new Uid(1), new Uid(Uid.MAX));
        MessageRefs everything = Letters.refs(store, Letters.INBOX, all);

        assertThat(store.changeFlags(everything, FlagChange.add(Flag.SEEN)).changed().size())
                .isEqualTo(2);
        assertThat(store.move(everything, Letters.ARCHIVE).done().size()).isEqualTo(2);
        assertThat(store.expunge(everything).done()).isEqualTo(UidSet.EMPTY);
    }

    @Test
    void tensOfThousandsOfScatteredIdentifiersAreNoTrouble() {
        Letters.put(account.store(), Letters.INBOX, "one", "two", "three", "four");
        UidSet odd = UidSet.of(LongStream.range(0, 20_000).map(i -> 2 * i + 1));

        assertThat(found(new Among(odd))).isEqualTo(UidSet.parse("1,3"));
        assertThat(found(new Not(new Among(odd)))).isEqualTo(UidSet.parse("2,4"));
        assertThat(
                        account.store()
                                .expunge(Letters.refs(account.store(), Letters.INBOX, odd))
                                .done())
                .isEqualTo(UidSet.parse("1,3"));
    }

    @Test
    void beyondTheQuotaNothingIsAppendedAndCopiesCostNothing() {
        LocalRules rules = new LocalRules(10_000);
        account.store();
        LocalAppend appends = new LocalAppend(database, rules, contents, reader, rows);
        byte[] letter = new LargeMessage(6_000).readAllOctets();
        appends.append(judge.account(), Letters.INBOX, Letters.message(letter));

        assertThatThrownBy(
                        () ->
                                appends.append(
                                        judge.account(), Letters.INBOX, Letters.message(letter)))
                .isInstanceOf(OverQuota.class);

        UidSet uids = UidSet.of(judge.uids(Letters.INBOX));
        account.store().copy(Letters.refs(account.store(), Letters.INBOX, uids), Letters.ARCHIVE);
        Quota quota =
                database.call(
                        _ -> AccountRow.find(judge.account()).orElseThrow().quota(rules.quota()));
        assertThat(quota).isEqualTo(new Quota(6_000, 10_000));
        assertThat(judge.uids(Letters.INBOX)).hasSize(1);
        assertThat(judge.misjudgedRoom()).isZero();
    }

    @Test
    void theDefaultListIsReadByItsIndexAloneHoweverLargeTheMailbox() {
        Letters.put(account.store(), Letters.INBOX, "pattern");
        fill(20_000);

        judge.run("ANALYZE message");
        assertThat(plan(SearchCriteria.ALL))
                .contains("Index Only Scan Backward using message_by_date")
                .doesNotContain("Seq Scan")
                // that of the fifty which are shown
                .containsOnlyOnce("Sort Key");
        for (SortOrder.Key key : SortOrder.Key.values()) {
            Listing last = new Listing(SearchCriteria.ALL, new SortOrder(key, true), 19_950, 50);
            assertThat(account.store().list(Letters.INBOX, last).messages()).hasSize(50);
        }
        assertThat(found(new Contains(Field.SUBJECT, "number 77")).size()).isEqualTo(111);
        assertThat(judge.miscounted()).isEmpty();
    }

    private String plan(SearchCriteria criteria) {
        MailboxRow mailbox = new MailboxRow();
        mailbox.account = judge.account();
        mailbox.id = 1;
        Condition where = LocalListing.where(mailbox, criteria);
        String query = LocalListing.pageQuery(mailbox, where, SortOrder.NEWEST_FIRST, false);
        Object[] parameters = where.parametersAnd(50, 50, mailbox.account, mailbox.id).toArray();
        return String.join(
                "\n", judge.ask(row -> row.getString(1), "EXPLAIN " + query, parameters));
    }

    // As many as arrive by themselves, without their octets.
    private void fill(int count) {
        database.call(
                sql -> {
                    sql.change(FILL, count, judge.account());
                    return sql.change(COUNT, count, count, count, judge.account());
                });
    }
}
