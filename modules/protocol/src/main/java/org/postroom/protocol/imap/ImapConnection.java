package org.postroom.protocol.imap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Capability;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.UidValidity;
import org.postroom.protocol.net.GuardedConnection;
import org.postroom.protocol.net.ResponseLimits;

/**
 * A signed-in connection with at most one selected mailbox: runs commands and checks every answer.
 */
final class ImapConnection {

    private static final Predicate<ImapLine> LEAVE = _ -> false;
    private static final Duration IDLE_GRACE = Duration.ofSeconds(30);

    // A page of 500 with long headers; content comes on top.
    private static final long MAX_OCTETS = 64L << 20;

    private final ImapWire wire;
    private final GuardedConnection socket;
    private final MailboxNames names = new MailboxNames();
    private Predicate<ImapLine> taker = LEAVE;
    private @Nullable Selected selected;
    private @Nullable MailException broken;

    ImapConnection(ImapWire wire, GuardedConnection socket) {
        this.wire = wire;
        this.socket = socket;
        wire.onLine(this::take);
    }

    boolean has(String capability) {
        return wire.hasCapability(capability);
    }

    Set<Capability> capabilities() {
        return wire.getCapabilities().keySet().stream()
                .map(Capability::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    ImapWire wire() {
        return wire;
    }

    MailboxNames names() {
        return names;
    }

    ResponseLimits limits() {
        return ResponseLimits.DEFAULT.withOctets(MAX_OCTETS);
    }

    /** Writes a mailbox's name as the server knows it. */
    Argument mailbox(MailboxName name) {
        return with(new Argument(), name);
    }

    /** Adds a mailbox's name. */
    Argument with(Argument arguments, MailboxName name) {
        return arguments.writeNString(names.encoded(name, wire.supportsUtf8()), names.charset());
    }

    /**
     * Runs a command that must be answered OK; {@code mailbox} is whom the server's no is about.
     */
    Answer run(String command, @Nullable Argument arguments, @Nullable MailboxName mailbox) {
        return checked(attempt(command, arguments, LEAVE, limits()), mailbox);
    }

    Answer run(String command, @Nullable Argument arguments) {
        return run(command, arguments, null);
    }

    /**
     * As {@link #run}, but the taker sees each untagged line as it comes, and keeps those it says
     * true to.
     */
    Answer run(
            String command,
            @Nullable Argument arguments,
            Predicate<ImapLine> lines,
            ResponseLimits limits) {
        return checked(attempt(command, arguments, lines, limits), null);
    }

    private static Answer checked(Answer answer, @Nullable MailboxName mailbox) {
        if (!answer.isOk()) {
            throw ImapFailures.of(answer.end(), mailbox);
        }
        return answer;
    }

    /** Runs a command whose no is not yet a failure. */
    Answer attempt(String command, @Nullable Argument arguments) {
        return attempt(command, arguments, LEAVE, limits());
    }

    Answer attempt(
            String command,
            @Nullable Argument arguments,
            Predicate<ImapLine> lines,
            ResponseLimits limits) {
        requireIntact();
        socket.budget().begin(limits);
        taker = lines;
        try {
            return answer(wire.command(command, arguments));
        } catch (MailException e) {
            throw e;
        } catch (RuntimeException e) {
            throw lost(
                    new BadResponse(
                            "An answer could not be understood", e)); // half of it is unread
        } finally {
            taker = LEAVE;
        }
    }

    private void requireIntact() {
        if (broken != null) {
            throw new ConnectionLost(false, "The connection has ended before", broken);
        }
    }

    private boolean take(ImapLine line) {
        if (selected != null) {
            selected.notice(line);
        }
        return taker.test(line);
    }

    private Answer answer(Response[] responses) {
        List<ImapLine> lines = new ArrayList<>(responses.length);
        for (Response response : responses) {
            if (response.isBYE() || !(response instanceof ImapLine line)) {
                throw lost(ImapFailures.ofEnd(response, socket));
            }
            lines.add(line);
        }
        return new Answer(lines.subList(0, lines.size() - 1), lines.getLast());
    }

    /** Ends the connection for this reason. */
    MailException lost(MailException reason) {
        broken = reason;
        selected = null;
        wire.disconnect();
        socket.close();
        return reason;
    }

    boolean isBroken() {
        return broken != null;
    }

    /** Selects a mailbox, unless it is. */
    Selected select(MailboxName mailbox) {
        if (selected != null && selected.name().equals(mailbox)) {
            return selected;
        }
        selected = null;
        Answer answer = attempt("SELECT", mailbox(mailbox));
        if (!answer.isOk()) {
            throw refusedMailbox(answer, mailbox);
        }
        selected = selected(mailbox, answer);
        return selected;
    }

    /** Selects a mailbox whose messages are known by this validity. */
    Selected select(MailboxName mailbox, UidValidity expected) {
        Selected result = select(mailbox);
        result.require(expected);
        return result;
    }

    /**
     * Before a change: the mailbox as it is now. What another program removed, or a mailbox that it
     * made anew, a connection is told too late.
     */
    Selected selectAnew(MailboxName mailbox, UidValidity expected) {
        selected = null;
        return select(mailbox, expected);
    }

    private static Selected selected(MailboxName mailbox, Answer answer) {
        UidValidity validity =
                answer.code("UIDVALIDITY")
                        .filter(code -> code.size() > 1 && code.get(1).number() > 0)
                        .map(code -> new UidValidity(code.get(1).number()))
                        .orElseThrow(() -> new BadResponse("A mailbox without UIDVALIDITY", null));
        long exists = answer.lines("EXISTS").mapToLong(ImapLine::getNumber).max().orElse(0);
        return new Selected(mailbox, validity, exists);
    }

    /** The selected mailbox, if there is one. */
    Optional<Selected> selected() {
        return Optional.ofNullable(selected);
    }

    /**
     * Has the server look at what others did to the selected mailbox: its STATUS is old otherwise.
     */
    void catchUp() {
        if (selected != null) {
            run("NOOP", null);
        }
    }

    /**
     * Leaves a mailbox, or one below it, if it is selected; without the expunge that CLOSE would
     * do.
     */
    void leave(MailboxName mailbox) {
        if (selected == null || !isAtOrBelow(selected.name(), mailbox)) {
            return;
        }
        selected = null;
        if (has("UNSELECT")) {
            attempt("UNSELECT", null);
        } else {
            attempt("EXAMINE", mailbox(MailboxName.inbox(mailbox.delimiter())));
        }
    }

    private static boolean isAtOrBelow(MailboxName name, MailboxName other) {
        return name.equals(other) || name.isBelow(other);
    }

    /**
     * Many servers say no without a reason; then a LIST tells whether the mailbox is there at all.
     */
    MailException refusedMailbox(Answer no, MailboxName mailbox) {
        boolean unexplained = !ImapFailures.hasCode(no.end());
        return unexplained && !exists(mailbox)
                ? new NoSuchMailbox(mailbox, null)
                : ImapFailures.of(no.end(), mailbox);
    }

    /** Whether there is a mailbox of this name that can hold messages. */
    boolean exists(MailboxName mailbox) {
        Argument arguments = with(new Argument().writeNString(""), mailbox);
        return run("LIST", arguments)
                .lines("LIST")
                .anyMatch(
                        line ->
                                names.decoded(line.at(2))
                                                .filter(mailbox.value()::equals)
                                                .isPresent()
                                        && line.at(0).items().stream()
                                                .noneMatch(ImapConnection::meansAbsent));
    }

    private static boolean meansAbsent(Token attribute) {
        return attribute.word().equals("\\NONEXISTENT") || attribute.word().equals("\\NOSELECT");
    }

    /** Whether the server still answers. */
    boolean answers(Duration within) {
        if (broken != null) {
            return false;
        }
        try {
            return attempt("NOOP", null, LEAVE, limits().withDeadline(within)).isOk();
        } catch (MailException _) {
            return false; // which is the answer
        }
    }

    /** Says goodbye and ends the connection. */
    void close(Duration within) {
        if (broken != null) {
            return;
        }
        broken = new ConnectionLost(false, "Closed", null);
        socket.budget().begin(limits().withDeadline(within));
        wire.command("LOGOUT", null);
        wire.disconnect();
        socket.close();
    }

    /** Before IDLE: the server may now be silent for so long, and a little longer. */
    void beginIdle(Duration time) {
        requireIntact();
        socket.budget().idle(time.plus(IDLE_GRACE));
    }

    /**
     * After IDLE, commands are answered again; one that did not end well leaves nothing to answer.
     */
    void endIdle(boolean well) {
        wire.onLine(this::take);
        if (!well) {
            lost(new ConnectionLost(false, "The wait was broken off", null));
        }
    }
}
