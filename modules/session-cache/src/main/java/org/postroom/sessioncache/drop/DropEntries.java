package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postroom.sessioncache.drop.DropPlan.Arrived;
import org.postroom.sessioncache.drop.DropPlan.Known;
import org.postroom.sessioncache.local.ContentId;
import org.postroom.sessioncache.local.LocalDatabase;
import org.postroom.sessioncache.local.Sql;

/** What is known of the messages of maildrops. */
@ApplicationScoped
class DropEntries {

    private static final String ALL =
            """
            SELECT e.key, e.named, e.content, e.listed_size, e.header_hash, e.filled,
                   e.verified_at, e.gone_at IS NOT NULL AS gone, e.removed, c.stored,
                   c.forgotten, e.refused + e.stumbled AS tries
            FROM drop_entry e JOIN content c ON c.account = e.account AND c.id = e.content
            WHERE e.account = ?
            """;

    private static final String INSERT =
            """
            INSERT INTO drop_entry (account, key, named, content, listed_size, header_hash)
            SELECT ?, key, named, content, size, nullif(hash, '')
            FROM unnest(?, ?, ?, ?, ?) AS each (key, named, content, size, hash)
            """;

    private static final String CHANGE =
            """
            UPDATE drop_entry
            SET key = ?, named = ?, listed_size = ?, gone_at = NULL, removed = false
            WHERE account = ? AND key = ?
            """;

    private static final String GONE =
            """
            UPDATE drop_entry SET gone_at = now(), removed = ?
            WHERE account = ? AND key = ANY (?)
            """;

    private static final String HEADER =
            """
            UPDATE drop_entry SET header_hash = ?, filled = true WHERE account = ? AND content = ?
            """;

    private static final String VERIFIED =
            """
            UPDATE drop_entry SET verified_at = coalesce(verified_at, now()), asked_at = NULL
            WHERE account = ? AND content = ?
            """;

    private static final String ASK =
            """
            UPDATE drop_entry SET asked_at = now()
            WHERE account = ? AND content = ? AND gone_at IS NULL
              AND refused < 3 AND stumbled < 3
            """;

    private static final String ASKED =
            """
            SELECT content FROM drop_entry
            WHERE account = ? AND asked_at IS NOT NULL AND gone_at IS NULL ORDER BY asked_at
            """;

    private static final String REFUSED =
            "UPDATE drop_entry SET refused = refused + 1 WHERE account = ? AND content = ?";

    // Whoever waits for it asks again: a wish would bring the next session to its end as well.
    private static final String STUMBLED =
            """
            UPDATE drop_entry SET stumbled = stumbled + 1, asked_at = NULL
            WHERE account = ? AND content = ?
            """;

    private static final String FORGET =
            "DELETE FROM drop_entry WHERE account = ? AND key = ANY (?)";

    private static final String IS_GONE =
            "SELECT gone_at IS NOT NULL FROM drop_entry WHERE account = ? AND content = ?";

    private static final String ANSWERED =
            "UPDATE drop_entry SET asked_at = NULL WHERE account = ? AND content = ?";

    // A copy much smaller than announced may be a part only. Sizes that servers estimate, or count
    // with line ends of one octet, are nearer than that.
    private static final String PROVED =
            """
            SELECT e.key FROM drop_entry e
            JOIN content c ON c.account = e.account AND c.id = e.content
            WHERE e.account = ? AND e.gone_at IS NULL
              AND e.verified_at <= now() - ? * interval '1 day'
              AND c.stored AND NOT c.forgotten AND c.size * 8 >= e.listed_size * 7
            """;

    private static final String UNWANTED =
            """
            SELECT e.key FROM drop_entry e
            JOIN content c ON c.account = e.account AND c.id = e.content
            WHERE e.account = ? AND e.gone_at IS NULL AND c.forgotten AND NOT e.kept
            """;

    private static final String SAFE =
            """
            SELECT 1 FROM drop_entry e JOIN content c ON c.account = e.account AND c.id = e.content
            WHERE e.account = ? AND e.content = ?
              AND (c.stored AND NOT c.forgotten OR c.forgotten AND NOT e.kept)
            """;

    private static final String SHA256 =
            "SELECT sha256 FROM content WHERE account = ? AND id = ? AND sha256 IS NOT NULL";

    private final LocalDatabase database;

    DropEntries(LocalDatabase database) {
        this.database = database;
    }

    /** All that is known of an account's drop, by its keys. */
    Map<String, DropEntry> all(UUID account) {
        List<DropEntry> all = database.call(sql -> sql.all(DropEntries::entry, ALL, account));
        return all.stream().collect(Collectors.toMap(DropEntry::key, Function.identity()));
    }

    private static DropEntry entry(ResultSet row) throws SQLException {
        return new DropEntry(
                row.getString("key"),
                row.getBoolean("named"),
                row.getLong("content"),
                row.getLong("listed_size"),
                Optional.ofNullable(row.getString("header_hash")),
                row.getBoolean("filled"),
                row.getBoolean("stored"),
                row.getBoolean("forgotten"),
                Optional.ofNullable(row.getObject("verified_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("gone"),
                row.getBoolean("removed"),
                row.getInt("tries"));
    }

    /** Writes new messages down, each with its content. */
    void insert(Sql sql, UUID account, List<Arrived> arrived, List<ContentId> contents)
            throws SQLException {
        sql.change(
                INSERT,
                account,
                arrived.stream().map(Arrived::key).toArray(String[]::new),
                arrived.stream().map(Arrived::named).toArray(Boolean[]::new),
                contents.stream().mapToLong(ContentId::number).toArray(),
                arrived.stream().mapToLong(each -> each.item().size()).toArray(),
                arrived.stream().map(each -> each.headerHash().orElse("")).toArray(String[]::new));
    }

    /** Messages that are there, perhaps again or under another name. */
    void change(Sql sql, UUID account, List<Known> changed) throws SQLException {
        sql.changeEach(
                CHANGE,
                changed.stream()
                        .map(
                                each ->
                                        List.of(
                                                each.key(),
                                                each.named(),
                                                each.item().size(),
                                                account,
                                                each.entry().key()))
                        .toList());
    }

    /**
     * Messages that are no longer there.
     *
     * @param removed whether we deleted them there
     */
    void gone(Sql sql, UUID account, Collection<DropEntry> gone, boolean removed)
            throws SQLException {
        sql.change(GONE, removed, account, keys(gone));
    }

    private static String[] keys(Collection<DropEntry> entries) {
        return entries.stream().map(DropEntry::key).toArray(String[]::new);
    }

    /** Messages that are no longer there, and of which nothing is here. */
    void forget(Sql sql, UUID account, Collection<DropEntry> gone) throws SQLException {
        sql.change(FORGET, account, keys(gone));
    }

    /** The headers of these contents became known, each with its hash. */
    void filled(Sql sql, UUID account, Map<Long, String> hashes) throws SQLException {
        sql.changeEach(
                HEADER,
                hashes.entrySet().stream()
                        .map(each -> List.of(each.getValue(), account, each.getKey()))
                        .toList());
    }

    void verified(Sql sql, UUID account, long content) throws SQLException {
        sql.change(VERIFIED, account, content);
    }

    /** Whether it is here, or nobody wants it any more, here or there. */
    boolean isSafe(Sql sql, UUID account, long content) throws SQLException {
        return sql.first(_ -> true, SAFE, account, content).isPresent();
    }

    /** Somebody wants to read this one; false when the server has it no longer, or refuses it. */
    boolean ask(ContentId content) {
        return database.call(sql -> sql.change(ASK, content.account(), content.number())) > 0;
    }

    /** Whether the server has it no longer. */
    boolean isGone(ContentId content) {
        return database.call(
                        sql ->
                                sql.first(
                                        row -> row.getBoolean(1),
                                        IS_GONE,
                                        content.account(),
                                        content.number()))
                .orElse(true);
    }

    /** The server did not give it. */
    void refused(UUID account, long content) {
        database.call(sql -> sql.change(REFUSED, account, content));
    }

    /** The session broke in the middle of it. */
    void stumbled(UUID account, long content) {
        database.call(sql -> sql.change(STUMBLED, account, content));
    }

    /** Contents that somebody waits for, longest waiting first. */
    List<Long> asked(UUID account) {
        return database.call(sql -> sql.all(row -> row.getLong(1), ASKED, account));
    }

    /** It was tried; who still waits asks again. */
    void answered(UUID account, long content) {
        database.call(sql -> sql.change(ANSWERED, account, content));
    }

    /** The keys of messages whose copy here was proved so many days ago, or longer. */
    Set<String> provedFor(UUID account, int days) {
        return Set.copyOf(
                database.call(sql -> sql.all(row -> row.getString(1), PROVED, account, days)));
    }

    /** The keys of messages that were deleted here for good, and may go there too. */
    Set<String> unwanted(UUID account) {
        return Set.copyOf(
                database.call(sql -> sql.all(row -> row.getString(1), UNWANTED, account)));
    }

    /** The hash of the octets that are here, or were before they were deleted for good. */
    Optional<byte[]> sha256(UUID account, long content) {
        return database.call(sql -> sql.first(row -> row.getBytes(1), SHA256, account, content));
    }
}
