package org.postroom.sessioncache.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postroom.protocol.ExpungeResult;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.FlagResult;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MoveResult;
import org.postroom.protocol.UidSet;

/**
 * Changes of messages, in pieces that are a short transaction each, so that nobody else of the
 * account waits for long.
 */
@ApplicationScoped
class LocalChanges {

    private static final int PIECE = 1_000;

    private final LocalDatabase database;
    private final LocalListing listing;
    private final FlagChanges flags;
    private final Transfers transfers;
    private final MessageRemoval removal;
    private final Contents contents;

    LocalChanges(
            LocalDatabase database,
            LocalListing listing,
            FlagChanges flags,
            Transfers transfers,
            MessageRemoval removal,
            Contents contents) {
        this.database = database;
        this.listing = listing;
        this.flags = flags;
        this.transfers = transfers;
        this.removal = removal;
        this.contents = contents;
    }

    /**
     * What is done with a piece, whose mailbox has the right validity and whose account is locked.
     */
    @FunctionalInterface
    private interface Piece<T> {
        T run(Sql sql, AccountRow account, MailboxRow mailbox, UidSet uids) throws SQLException;
    }

    /** The messages asked for: those to be done, and those of a long list that are gone. */
    private record Asked(List<UidSet> pieces, UidSet gone) {}

    FlagResult changeFlags(UUID account, MessageRefs messages, FlagChange change) {
        Asked asked = asked(account, messages);
        FlagResult result = new FlagResult(UidSet.EMPTY, asked.gone());
        for (UidSet piece : asked.pieces()) {
            try {
                result = result.and(done(account, messages.with(piece), flags.of(change)::apply));
            } catch (MailException e) {
                return result.stoppedBy(e);
            }
        }
        return result;
    }

    MoveResult move(UUID account, MessageRefs messages, MailboxName target) {
        return transfer(account, messages, target, transfers::move);
    }

    MoveResult copy(UUID account, MessageRefs messages, MailboxName target) {
        return transfer(account, messages, target, transfers::copy);
    }

    private MoveResult transfer(
            UUID account, MessageRefs messages, MailboxName target, Transfers.Way way) {
        Asked asked = asked(account, messages);
        Piece<MoveResult> work =
                (sql, row, source, uids) ->
                        way.apply(sql, row, source, other(source, target), uids);
        MoveResult result = new MoveResult(UidSet.EMPTY, asked.gone(), Optional.empty());
        for (UidSet piece : asked.pieces()) {
            try {
                result = result.and(done(account, messages.with(piece), work));
            } catch (MailException e) {
                return result.stoppedBy(e);
            }
        }
        return result;
    }

    private static MailboxRow other(MailboxRow source, MailboxName target) {
        MailboxRow found = LocalMailboxes.findForChange(source.account, target);
        if (found.id == source.id) {
            throw new NotPermitted("Source and target are one mailbox", null);
        }
        return found;
    }

    ExpungeResult expunge(UUID account, MessageRefs messages) {
        Asked asked = asked(account, messages);
        ExpungeResult result = new ExpungeResult(UidSet.EMPTY, asked.gone());
        for (UidSet piece : asked.pieces()) {
            try {
                result = result.and(done(account, messages.with(piece), this::expungePiece));
            } catch (MailException e) {
                return result.stoppedBy(e);
            }
        }
        contents.clearForgotten(account);
        return result;
    }

    private ExpungeResult expungePiece(Sql sql, AccountRow account, MailboxRow mailbox, UidSet uids)
            throws SQLException {
        UidSet done = removal.remove(sql, account, mailbox, uids);
        return new ExpungeResult(done, uids.minus(done));
    }

    // A long list is cut by what is there: its ranges may stand for millions that are not.
    private Asked asked(UUID account, MessageRefs messages) {
        return database.call(
                sql -> {
                    MailboxRow mailbox = LocalMailboxes.find(account, messages.mailbox());
                    mailbox.require(messages.uidValidity());
                    if (messages.uids().size() <= PIECE) {
                        return new Asked(List.of(messages.uids()), UidSet.EMPTY);
                    }
                    UidSet there = listing.existing(sql, mailbox, messages.uids());
                    return new Asked(there.windows(PIECE), messages.uids().minus(there));
                });
    }

    private <T> T done(UUID account, MessageRefs messages, Piece<T> piece) {
        return database.call(
                sql -> {
                    AccountRow row = AccountRow.forChange(account);
                    MailboxRow mailbox = LocalMailboxes.findForChange(account, messages.mailbox());
                    mailbox.require(messages.uidValidity());
                    return piece.run(sql, row, mailbox, messages.uids());
                });
    }
}
