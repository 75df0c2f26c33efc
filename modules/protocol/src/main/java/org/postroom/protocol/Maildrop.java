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

    /** What the server offers now, after authentication (CAPA, RFC 2449); empty without CAPA. */
    Set<Capability> capabilities();

    /** How long the server wants to be left alone between sessions (RFC 2449 §6.5). */
    Optional<Duration> loginDelay();

    /**
     * What is in the drop, in its order (LIST, UIDL). Each call asks the server anew.
     *
     * @throws MailException.BadResponse when the lists contradict each other
     */
    List<DropItem> list();

    /**
     * Header blocks, by TOP with no lines, else by RETR that is broken off in our reading; asked
     * for in a pipeline where the server offers it (RFC 2449 §6.6). A message that the server will
     * not give is passed over.
     *
     * @param headers told each header block with its empty line, lines ending in CRLF, in the order
     *     asked for; at most 256 KiB of it
     */
    void headers(List<DropItem> items, BiConsumer<DropItem, byte[]> headers);

    /**
     * A whole message as it was received (RETR): dots unstuffed, each line ending in CRLF.
     *
     * @return how many octets were written
     * @throws MailException.NoSuchMessage when somebody else has deleted it meanwhile
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
     * @throws MailException.ConnectionLost when it is not known whether that has happened
     * @throws MailException.ServerRefused when the server says that not all of it was deleted
     */
    void quit();

    /** Ends the connection without QUIT, so that nothing is deleted; never throws. */
    @Override
    void close();
}
