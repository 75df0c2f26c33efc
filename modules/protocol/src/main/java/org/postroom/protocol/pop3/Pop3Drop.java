package org.postroom.protocol.pop3;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Capability;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailObserver.End;
import org.postroom.protocol.MailObserver.Observed;
import org.postroom.protocol.Maildrop;

/** A session in the TRANSACTION state (RFC 1939 §5). */
final class Pop3Drop implements Maildrop {

    private final Pop3Wire wire;
    private final Offer offer;
    private final long maxMessage;
    private final HeaderBlocks headers;
    private boolean marked;
    private volatile @Nullable MailException ended;

    Pop3Drop(Pop3Wire wire, Offer offer, long maxMessage) {
        this.wire = wire;
        this.offer = offer;
        this.maxMessage = maxMessage;
        this.headers = new HeaderBlocks(wire, offer.has("PIPELINING"), maxMessage);
    }

    /** Something that is said and heard; a failure in it leaves half an answer unread. */
    private interface Talk<T> {
        T hold() throws IOException;
    }

    /** What those who observe hear of as one command, to the end of its answer. */
    private <T> T talk(String command, Supplier<T> talks) {
        requireOpen();
        Observed observed = wire.connection().began(command);
        try {
            T told = talks.get();
            observed.ended(End.DONE);
            return told;
        } catch (RuntimeException e) {
            observed.ended(End.of(e));
            throw e;
        }
    }

    private <T> T talk(Talk<T> talk) {
        requireOpen();
        try {
            return talk.hold();
        } catch (RefusedException e) {
            throw Refusals.of(e.reply());
        } catch (NotPop3Exception e) {
            throw lost(new BadResponse("The answer could not be understood", e));
        } catch (IOException e) {
            throw lost(wire.connection().lost(e));
        } catch (RuntimeException e) {
            lost(new ConnectionLost(false, "The answer was not taken to its end", e));
            throw e;
        }
    }

    private void requireOpen() {
        if (ended != null) {
            throw new ConnectionLost(false, "The session has ended before", ended);
        }
    }

    private MailException lost(MailException reason) {
        ended = reason;
        wire.close();
        return reason;
    }

    @Override
    public Set<Capability> capabilities() {
        return offer.capabilities();
    }

    @Override
    public Optional<Duration> loginDelay() {
        return offer.loginDelay();
    }

    @Override
    public List<DropItem> list() {
        return talk("LIST", () -> talk(() -> DropLists.read(wire, offer.has("UIDL"))));
    }

    @Override
    public void headers(List<DropItem> items, BiConsumer<DropItem, byte[]> told) {
        talk("TOP", () -> talk(() -> read(items, told)));
    }

    private boolean read(List<DropItem> items, BiConsumer<DropItem, byte[]> told)
            throws IOException {
        headers.read(items, told);
        return true;
    }

    @Override
    public long retrieve(DropItem item, OutputStream to) {
        if (item.size() > maxMessage) {
            throw new OverQuota("The message is larger than " + maxMessage + " octets", null);
        }
        return talk("RETR", () -> retrieved(item, to));
    }

    private long retrieved(DropItem item, OutputStream to) {
        run("RETR", item);
        return talk(() -> new Retrieval(wire, item, to).read());
    }

    @Override
    public void delete(DropItem item) {
        talk("DELE", () -> run("DELE", item));
        marked = true;
    }

    /** Runs a command about one message; a no is looked into: the server may have it still. */
    private Reply run(String command, DropItem item) {
        Reply reply =
                talk(
                        () -> {
                            wire.begin(Limits.message(maxMessage));
                            wire.send(command + " " + item.number());
                            return wire.reply();
                        });
        if (!reply.ok()) {
            boolean there =
                    reply.blamesItself() || talk(() -> wire.ask("LIST " + item.number())).ok();
            throw there ? Refusals.of(reply) : Refusals.gone();
        }
        return reply;
    }

    @Override
    public void reset() {
        Reply reply = talk(() -> wire.ask("RSET", "RSET"));
        if (!reply.ok()) {
            throw Refusals.of(reply);
        }
        marked = false;
    }

    @Override
    public void quit() {
        try {
            Reply reply = talk("QUIT", () -> talk(this::sayGoodbye));
            if (!reply.ok()) {
                throw Refusals.of(reply);
            }
        } catch (ConnectionLost e) {
            if (marked) { // otherwise nothing hangs on the answer
                throw e;
            }
        } finally {
            close();
        }
    }

    private Reply sayGoodbye() throws IOException {
        wire.beginSlow(marked ? Limits.DELETING : Limits.SHORT);
        wire.send("QUIT");
        return wire.reply();
    }

    @Override
    public void close() {
        if (ended == null) {
            lost(new ConnectionLost(false, "Closed", null));
        }
    }
}
