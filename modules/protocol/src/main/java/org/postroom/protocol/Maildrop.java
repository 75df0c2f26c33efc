package org.postroom.protocol;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One session with a POP3 maildrop, in the TRANSACTION state (RFC 1939 §5). It belongs to one
 * caller at a time, is meant to be short, and while it lasts nobody else can have one.
 *
 * <p>Message numbers hold within this session only. Every method may throw {@link
 * MailException.ConnectionLost}, {@link MailException.BadResponse} and {@link
 * MailException.ServerRefused}; after the first two the session is of no more use, and what was
 * marked as deleted in it stays where it was.
 */
public interface Maildrop extends AutoCloseable {

    /**
     * What the server offers now, after authentication (CAPA, RFC 2449 §5): each line with its
     * parameters, such as {@code EXPIRE 30}; empty without CAPA.
     */
    Set<Capability> capabilities();

    /**
     * How long the server wants to be left alone between sessions (RFC 2449 §6.5); a day at most.
     */
    Optional<Duration> loginDelay();

    /**
     * What is in the drop, in its order (LIST, UIDL). Each call asks the server anew.
     *
     * @throws MailException.BadResponse when the lists contradict each other, or a line of them is
     *     not understood
     */
    List<DropItem> list();

    /**
     * Header blocks, by TOP with no lines, else by RETR, of which the rest is read and thrown away;
     * asked for in a pipeline where the server offers it (RFC 2449 §6.6). Passed over is a message
     * that the server will not give, and without TOP one that it announces as too large.
     *
     * @param headers told each header block with its empty line, lines ending in CRLF, in the order
     *     asked for; at most 256 KiB of it. When it throws, the session is of no more use
     */
    void headers(List<DropItem> items, BiConsumer<DropItem, byte[]> headers);

    /**
     * A whole message as it was received (RETR): dots unstuffed, each line ending in CRLF. What was
     * written before a failure is no message.
     *
     * @return how many octets were written
     * @throws MailException.NoSuchMessage when somebody else has deleted it meanwhile
     * @throws MailException.ServerRefused when it is still listed, but not given: deleted just now,
     *     or damaged; the others may still be had
     * @throws MailException.OverQuota when the server announces it as larger than we take; it was
     *     not asked for
     * @throws java.io.UncheckedIOException when {@code to} failed; the session is of no more use
     */
    long retrieve(DropItem item, OutputStream to);

    /**
     * Marks a message as deleted (DELE); it goes when the session ends with {@link #quit}.
     *
     * @throws MailException.NoSuchMessage when it is gone already
     */
    void delete(DropItem item);

    /** Takes all marks back (RSET). */
    void reset();

    /**
     * Ends the session (QUIT), and deletes what is marked.
     *
     * @throws MailException.ConnectionLost when something is marked, and it is not known whether it
     *     was deleted
     * @throws MailException.ServerRefused when the server says that not all of it was deleted
     */
    void quit();

    /**
     * Ends the connection without QUIT, so that nothing is deleted; never throws. Others may call
     * it while the session works: that ends in {@link MailException.ConnectionLost}.
     */
    @Override
    void close();
}
