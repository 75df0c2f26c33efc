package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postroom.protocol.MailException.MailboxExists;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.SpecialUse;

/** Making, renaming and deleting mailboxes, each in the caller's transaction. */
@ApplicationScoped
class LocalMailboxes {

    /** As many as an account may have. */
    static final int MAX_MAILBOXES = 5_000;

    /** Every level that is no mailbox itself is one more in the list of them. */
    static final int MAX_LEVELS = 20;

    private static final Set<SpecialUse> FROM_THE_START =
            EnumSet.of(
                    SpecialUse.DRAFTS,
                    SpecialUse.SENT,
                    SpecialUse.ARCHIVE,
                    SpecialUse.JUNK,
                    SpecialUse.TRASH);

    private static final String OPEN =
            "INSERT INTO mail_account (account) VALUES (?) ON CONFLICT DO NOTHING";

    private static final String RENAME =
            """
            UPDATE mailbox SET name = ? || substr(name, ?), changed_at = ?
            WHERE account = ? AND (name = ? OR starts_with(name, ?))
            """;

    private final MessageRemoval removal;

    LocalMailboxes(MessageRemoval removal) {
        this.removal = removal;
    }

    /** Makes what every account has from the start, unless that was done before. */
    void open(Sql sql, UUID account) throws SQLException {
        if (AccountRow.find(account).isEmpty() && sql.change(OPEN, account) == 1) {
            AccountRow row = AccountRow.forChange(account);
            row.newMailbox("INBOX", SpecialUse.INBOX);
            FROM_THE_START.forEach(use -> row.newMailbox(leaf(use), use));
        }
    }

    private static String leaf(SpecialUse use) {
        return use.name().charAt(0) + use.word().substring(1);
    }

    /**
     * The mailbox of this name.
     *
     * @throws NoSuchMailbox when there is none, or only others below it
     */
    static MailboxRow find(UUID account, MailboxName name) {
        return MailboxRow.named(account, stored(name))
                .orElseThrow(() -> new NoSuchMailbox(name, null));
    }

    /** The mailbox of this name, for who has locked the account. */
    static MailboxRow findForChange(UUID account, MailboxName name) {
        return find(account, name).forChange();
    }

    // One spelling for what people see as one name.
    private static String stored(MailboxName name) {
        return Normalizer.normalize(name.value(), Normalizer.Form.NFC);
    }

    void create(UUID account, MailboxName name) {
        String stored = wellFormed(name);
        AccountRow row = AccountRow.forChange(account);
        if (MailboxRow.named(account, stored).isPresent()) {
            throw new MailboxExists(name, null);
        }
        if (MailboxRow.count("account", account) >= MAX_MAILBOXES) {
            throw new NotPermitted("There are too many mailboxes", null);
        }
        row.newMailbox(stored, use(account, stored).orElse(null)).changedAt = row.version;
    }

    private static String wellFormed(MailboxName name) {
        String stored = stored(name);
        boolean levelsAreNamed =
                Arrays.stream(stored.split("/", -1)).noneMatch(level -> level.isBlank());
        if (!levelsAreNamed) {
            throw new NotPermitted("Every level of a mailbox has a name", null);
        }
        requireBounds(stored);
        return stored;
    }

    // One spelling may be longer than another.
    private static void requireBounds(String stored) {
        if (stored.length() > MailboxName.MAX_LENGTH
                || stored.chars().filter(c -> c == '/').count() >= MAX_LEVELS) {
            throw new NotPermitted("A name would be too long, or have too many levels", null);
        }
    }

    // Who deleted the Trash and makes it again wants it back.
    private static Optional<SpecialUse> use(UUID account, String name) {
        return FROM_THE_START.stream()
                .filter(use -> leaf(use).equalsIgnoreCase(name))
                .filter(
                        use ->
                                MailboxRow.count("account = ?1 and specialUse = ?2", account, use)
                                        == 0)
                .findFirst();
    }

    void rename(Sql sql, UUID account, MailboxName from, MailboxName to) throws SQLException {
        String target = wellFormed(to);
        String source = stored(from);
        if (from.isInbox() || to.isBelow(from)) {
            throw new NotPermitted("This mailbox cannot have that name", null);
        }
        AccountRow row = AccountRow.forChange(account);
        requireBranch(sql, account, from, source);
        requireFree(sql, account, source, to, target);
        sql.change(
                RENAME,
                target,
                source.codePointCount(0, source.length()) + 1,
                row.version,
                account,
                source,
                source + "/");
    }

    private static void requireBranch(Sql sql, UUID account, MailboxName name, String stored)
            throws SQLException {
        if (names(sql, account).stream().noneMatch(known -> isWithin(known, stored))) {
            throw new NoSuchMailbox(name, null);
        }
    }

    private static boolean isWithin(String name, String branch) {
        return name.equals(branch) || name.startsWith(branch + "/");
    }

    private static void requireFree(
            Sql sql, UUID account, String source, MailboxName to, String target)
            throws SQLException {
        List<String> names = names(sql, account);
        boolean taken =
                names.stream()
                        .filter(name -> isWithin(name, source))
                        .map(name -> target + name.substring(source.length()))
                        .anyMatch(name -> names.contains(name) && !isWithin(name, source));
        if (taken || target.equals(source)) {
            throw new MailboxExists(to, null);
        }
        names.stream()
                .filter(name -> isWithin(name, source))
                .forEach(name -> requireBounds(target + name.substring(source.length())));
    }

    private static List<String> names(Sql sql, UUID account) throws SQLException {
        return sql.all(
                row -> row.getString(1), "SELECT name FROM mailbox WHERE account = ?", account);
    }

    void delete(Sql sql, UUID account, MailboxName name) throws SQLException {
        if (name.isInbox()) {
            throw new NotPermitted("INBOX cannot be deleted", null);
        }
        AccountRow row = AccountRow.forChange(account);
        MailboxRow mailbox = findForChange(account, name);
        removal.removeAll(sql, row, mailbox);
        mailbox.delete();
    }

    void subscribe(UUID account, MailboxName name, boolean subscribed) {
        AccountRow row = AccountRow.forChange(account);
        MailboxRow mailbox = findForChange(account, name);
        mailbox.subscribed = subscribed;
        mailbox.changedAt = row.version;
    }
}
