package org.postroom.protocol;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One account's mailboxes and messages, whatever the server speaks. Every method works on every
 * store.
 *
 * <p>A store belongs to one caller at a time. What it gives are {@link Uid}s with the {@link
 * UidValidity} they were read under; where a caller brings another than the mailbox has, nothing is
 * done and {@link MailException.UidValidityChanged} is thrown. Messages marked {@code \Deleted} are
 * treated as gone by listings and searches. Every method may throw {@link
 * MailException.ConnectionLost}, after which the store is of no more use, and {@link
 * MailException.ServerRefused}; a method with a mailbox throws {@link MailException.NoSuchMailbox}
 * when it is not there. Changes are never repeated by a store.
 */
public interface MailStore extends AutoCloseable {

    /** Whose mail this is. */
    AccountId account();

    /** What the server offers after authentication; informative. */
    Set<Capability> capabilities();

    /** Where the person's own mailboxes live. */
    Namespace namespace();

    /**
     * Every mailbox, with its status: INBOX first, then by special use, then by name, parents
     * before children. A parent that exists only in its children's names is given as not
     * selectable.
     */
    List<Mailbox> mailboxes();

    /** A mailbox's counters as they are now (RFC 9051 §6.3.11). */
    MailboxStatus status(MailboxName mailbox);

    /**
     * Makes a mailbox, and subscribes to it.
     *
     * @throws MailException.MailboxExists when it is there already
     * @throws MailException.NotPermitted when the server does not allow this name
     */
    void create(MailboxName mailbox);

    /**
     * Gives a mailbox, and with it all below it, another name; subscriptions go with it.
     *
     * @throws MailException.MailboxExists when the new name is taken
     * @throws MailException.NotPermitted for INBOX, and where the server does not allow it
     */
    void rename(MailboxName mailbox, MailboxName newName);

    /**
     * Deletes a mailbox with its messages, not those below it, and its subscription.
     *
     * @throws MailException.NotPermitted for INBOX, and where the server does not allow it
     */
    void delete(MailboxName mailbox);

    /** Puts a mailbox into the person's list, or takes it out (RFC 9051 §6.3.7). */
    void subscribe(MailboxName mailbox, boolean subscribed);

    /** The room that the person has; empty where the server sets or tells no limit. */
    Optional<Quota> quota();

    /** A page of a mailbox, in the order asked for. */
    Page list(MailboxName mailbox, Listing listing);

    /** All messages that match. */
    SearchResult search(MailboxName mailbox, SearchCriteria criteria);

    /**
     * Summaries of the messages that are still there, in the order of the UIDs.
     *
     * @param messages at most {@link Listing#MAX_LIMIT}
     */
    List<MessageSummary> summaries(MessageRefs messages);

    /**
     * What a message's page needs to know before any text.
     *
     * @throws MailException.NoSuchMessage when it is gone
     * @throws MailException.ContentPending when its text has not been fetched yet
     */
    MessageDetail detail(MessageRef message);

    /**
     * Octets of a message, as transferred; sets no flag. All in one command where the server
     * allows.
     *
     * @param ranges at least one, together at most {@link SectionRange#MAX_LENGTH} octets
     * @return for each range its octets: fewer than asked for at the end of the section, none past
     *     it or where there is no such section
     * @throws MailException.NoSuchMessage when the message is gone
     * @throws MailException.ContentPending when its text has not been fetched yet
     */
    Map<SectionRange, byte[]> read(MessageRef message, Collection<SectionRange> ranges);

    /**
     * As {@link #read}, and sets {@code \Seen} with it (RFC 9051 §6.4.5: {@code BODY[]} without
     * PEEK): what opening a message does, without a command of its own.
     */
    Map<SectionRange, byte[]> readAndMarkSeen(MessageRef message, Collection<SectionRange> ranges);

    /**
     * Sets and takes away flags; the messages that are gone are told, the others are done. Very
     * many are done in pieces, as by {@link #move}.
     */
    FlagResult changeFlags(MessageRefs messages, FlagChange change);

    /**
     * Moves messages (MOVE, RFC 6851; else COPY, {@code \Deleted} and UID EXPUNGE of just these).
     * Flags and INTERNALDATE are kept. Very many are moved in pieces: a failure after the first is
     * told with what was done, in {@link MoveResult#stopped}.
     *
     * @throws MailException.NoSuchMailbox when source or target is not there; nothing was moved
     * @throws MailException.NotPermitted when source and target are one; nothing was moved
     * @throws MailException.OverQuota when there is no room; nothing was moved
     */
    MoveResult move(MessageRefs messages, MailboxName target);

    /** Copies messages, as {@link #move} does, and leaves the originals. */
    MoveResult copy(MessageRefs messages, MailboxName target);

    /**
     * Puts a message into a mailbox.
     *
     * @throws MailException.OverQuota when there is no room or it is too large
     */
    AppendResult append(MailboxName mailbox, NewMessage message);

    /**
     * Deletes messages for good, just these and no others ({@code \Deleted}, UID EXPUNGE: RFC
     * 4315). Very many are deleted in pieces, as by {@link #move}.
     */
    ExpungeResult expunge(MessageRefs messages);

    /**
     * Waits for changes in a mailbox (IDLE, RFC 2177; else it asks now and then), and tells them as
     * they come.
     *
     * @param atMost when to return at the latest; at most 29 minutes
     * @param stop ends the wait early, from whatever thread
     */
    void await(MailboxName mailbox, Duration atMost, Consumer<MailboxEvent> events, StopSign stop);

    /** Ends a wait from another thread. */
    interface StopSign {
        /** Registers what ends the wait; called at once when the sign is already given. */
        void onStop(Runnable end);
    }

    /** Whether the connection still answers; never throws. */
    boolean isAlive();

    /** Logs out; never throws. */
    @Override
    void close();
}
