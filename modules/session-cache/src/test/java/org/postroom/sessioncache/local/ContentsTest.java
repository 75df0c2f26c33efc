package org.postroom.sessioncache.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Flag;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.UidSet;

/** Octets in chunks: large ones, broken ones, and those that nobody has any more. */
@QuarkusTest
class ContentsTest {

    private static final String END_OF_CONNECTION = "SELECT pg_terminate_backend(pg_backend_pid())";

    private final LocalTestAccount account = new LocalTestAccount();
    private final Judge judge = new Judge(account.id());

    @Inject Contents contents;
    @Inject AgroalDataSource database;

    private long count(String table) {
        return judge.number(
                "SELECT count(*) FROM " + table + " WHERE account = ?", judge.account());
    }

    @AfterEach
    void healTheDisk() {
        judge.run("DROP TRIGGER IF EXISTS full_disk ON content_chunk");
    }

    private void fillTheDisk() {
        judge.run(
                """
                CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$
                """);
        judge.run(
                "CREATE TRIGGER full_disk BEFORE INSERT ON content_chunk FOR EACH ROW"
                        + " WHEN (NEW.position = 2 AND NEW.account = '"
                        + judge.account()
                        + "') EXECUTE FUNCTION full_disk()");
    }

    @Test
    void fiftyMegabytesComeAndGoInSmallPieces() throws IOException {
        long size = 50L << 20;
        Supplier<InputStream> octets = () -> new LargeMessage(size);
        MessageRef message =
                account.store()
                        .append(
                                Letters.INBOX,
                                new NewMessage(Set.of(), Letters.SOME_DAY, size, octets))
                        .ref()
                        .orElseThrow();

        try (InputStream expected = octets.get()) {
            for (long at = 0; at < size; at += 1 << 20) {
                SectionRange range = new SectionRange(Section.SOURCE, at, 1 << 20);
                assertThat(account.store().read(message, List.of(range)))
                        .containsEntry(range, expected.readNBytes(1 << 20));
            }
        }
        assertThat(count("content_chunk")).isEqualTo(200);
        assertThat(judge.misjudgedRoom()).isZero();
    }

    @Test
    void rangesMeetWhereChunksMeet() {
        byte[] octets = new LargeMessage(600_000).readAllOctets();
        MessageRef message =
                account.store().append(Letters.INBOX, Letters.message(octets)).ref().orElseThrow();

        for (int at : new int[] {0, 1, 262_143, 262_144, 262_145, 524_280, 599_999, 600_000}) {
            for (int length : new int[] {1, 2, 300_000, 700_000}) {
                SectionRange range = new SectionRange(Section.SOURCE, at, length);
                Map<SectionRange, byte[]> read = account.store().read(message, List.of(range));
                int end = Math.min(at + length, octets.length);
                assertThat(read.get(range)).isEqualTo(Arrays.copyOfRange(octets, at, end));
            }
        }
    }

    @Test
    void aFullDiskIsToldAndNothingIsHalf() {
        account.store();
        fillTheDisk();
        byte[] octets = new LargeMessage(900_000).readAllOctets();

        assertThatThrownBy(() -> account.store().append(Letters.INBOX, Letters.message(octets)))
                .isInstanceOf(StorageFailed.class)
                .hasMessageContaining("53100");

        assertThat(count("content_chunk")).isZero();
        assertThat(count("content_upload")).isZero();
        assertThat(count("content")).isZero();
        assertThat(account.store().status(Letters.INBOX).messages()).isZero();
        healTheDisk();
        account.store().append(Letters.INBOX, Letters.message(octets));
        assertThat(account.store().status(Letters.INBOX).messages()).isEqualTo(1);
    }

    @Test
    void aConnectionThatEndsInTheMiddleIsTold() {
        Letters.put(account.store(), Letters.INBOX, "stays");
        LocalDatabase local = LocalTestAccount.bean(LocalDatabase.class);

        assertThatThrownBy(
                        () ->
                                local.call(
                                        sql -> {
                                            AccountRow.forChange(judge.account()).used = 77;
                                            return sql.all(
                                                    row -> row.getString(1), END_OF_CONNECTION);
                                        }))
                .isInstanceOf(StorageFailed.class);

        assertThat(account.store().status(Letters.INBOX).messages()).isEqualTo(1);
        assertThat(judge.misjudgedRoom()).isZero();
    }

    @Test
    void whatIsChangedOnTheDiskIsNoticed() {
        Letters.put(account.store(), Letters.INBOX, "true");
        ContentId content = new ContentId(judge.account(), 1);
        assertThat(contents.verify(content)).isTrue();

        judge.run(
                "UPDATE content_chunk SET octets = overlay(octets placing '\\x58' from 5)"
                        + " WHERE account = '"
                        + judge.account()
                        + "'");

        assertThat(contents.verify(content)).isFalse();
    }

    @Test
    void theOctetsGoWithTheLastCopy() {
        MailStore store = account.store();
        Letters.put(store, Letters.INBOX, "shared");
        UidSet uids = UidSet.of(judge.uids(Letters.INBOX));
        store.copy(Letters.refs(store, Letters.INBOX, uids), Letters.ARCHIVE);
        assertThat(judge.misjudgedRoom()).isZero();

        store.expunge(Letters.refs(store, Letters.INBOX, uids));
        assertThat(count("content_chunk")).isEqualTo(1);
        assertThat(
                        store.list(
                                        Letters.ARCHIVE,
                                        new Listing(
                                                SearchCriteria.ALL, SortOrder.NEWEST_FIRST, 0, 5))
                                .total())
                .isEqualTo(1);

        store.delete(Letters.ARCHIVE);
        assertThat(count("content_chunk")).isZero();
        assertThat(judge.number("SELECT used FROM mail_account WHERE account = ?", judge.account()))
                .isZero();
    }

    @Test
    void whatADeadProcessLeftIsClearedAfterAnHour() {
        account.store();
        Upload abandoned = contents.begin(judge.account());
        Letters.write(abandoned, new byte[300_000]);
        contents.cleanUp();
        assertThat(count("content_chunk")).isEqualTo(1);

        judge.run(
                "UPDATE content_upload SET written_at = now() - interval '61 minutes'"
                        + " WHERE account = '"
                        + judge.account()
                        + "'");
        contents.cleanUp();

        assertThat(count("content_chunk")).isZero();
        assertThat(count("content_upload")).isZero();
        assertThatThrownBy(() -> Letters.write(abandoned, new byte[300_000]))
                .isInstanceOf(StorageFailed.class);
    }

    @Test
    void aMessageWithNulsIsKeptAsItIs() {
        byte[] octets =
                "Subject: a\0b\r\nFrom: \0@x\r\n\r\nte\0xt\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        account.store().append(Letters.INBOX, Letters.message(octets, new Flag("Odd")));

        assertThat(judge.source(Letters.INBOX, judge.uids(Letters.INBOX).getFirst()))
                .isEqualTo(octets);
    }
}
