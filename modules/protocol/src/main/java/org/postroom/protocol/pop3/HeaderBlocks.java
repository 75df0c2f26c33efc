package org.postroom.protocol.pop3;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.postroom.protocol.DropItem;

/**
 * Header blocks of many messages: by TOP (RFC 1939 §7), several on their way at once where the
 * server reads ahead (RFC 2449 §6.6); without TOP by RETR, of which the rest is read and thrown
 * away.
 */
final class HeaderBlocks {

    /** The commands fit into every socket's buffer: nobody waits for somebody who waits. */
    private static final int ON_THEIR_WAY = 64;

    private enum Top {
        UNTRIED,
        WORKS,
        MISSING
    }

    private final Pop3Wire wire;
    private final boolean pipelining;
    private final long maxMessage;
    private Top top = Top.UNTRIED;

    HeaderBlocks(Pop3Wire wire, boolean pipelining, long maxMessage) {
        this.wire = wire;
        this.pipelining = pipelining;
        this.maxMessage = maxMessage;
    }

    /** The first alone, to see whether TOP works at all. */
    void read(List<DropItem> items, BiConsumer<DropItem, byte[]> told) throws IOException {
        int next = 0;
        while (next < items.size() && !(pipelining && top == Top.WORKS)) {
            readOne(items.get(next++), told);
        }
        readAhead(items.subList(next, items.size()), told);
    }

    private void readAhead(List<DropItem> items, BiConsumer<DropItem, byte[]> told)
            throws IOException {
        int sent = 0;
        for (int next = 0; next < items.size(); next++) {
            if (sent < items.size() && sent - next <= ON_THEIR_WAY / 2) {
                int until = Math.min(items.size(), next + ON_THEIR_WAY);
                begin();
                wire.send(
                        IntStream.range(sent, until)
                                .mapToObj(i -> top(items.get(i)))
                                .toArray(String[]::new));
                sent = until;
            }
            begin();
            take(wire.reply(), items.get(next), told);
        }
    }

    private static String top(DropItem item) {
        return "TOP " + item.number() + " 0";
    }

    private void begin() {
        wire.begin(Limits.message(maxMessage));
    }

    private void take(Reply reply, DropItem item, BiConsumer<DropItem, byte[]> told)
            throws IOException {
        if (reply.ok()) {
            HeaderBlock block = new HeaderBlock();
            MessageReader.copy(wire, block);
            told.accept(item, block.octets());
        }
    }

    private void readOne(DropItem item, BiConsumer<DropItem, byte[]> told) throws IOException {
        if (top == Top.MISSING || !readByTop(item, told)) {
            readByRetr(item, told);
        }
    }

    /** Whether there is nothing left to try. */
    private boolean readByTop(DropItem item, BiConsumer<DropItem, byte[]> told) throws IOException {
        Reply reply = ask(top(item));
        take(reply, item, told);
        if (reply.ok()) {
            top = Top.WORKS;
        }
        return reply.blamesItself() || top == Top.WORKS;
    }

    private void readByRetr(DropItem item, BiConsumer<DropItem, byte[]> told) throws IOException {
        if (item.size() > maxMessage) {
            return;
        }
        Reply reply = ask("RETR " + item.number());
        take(reply, item, told);
        if (reply.ok()) {
            top = Top.MISSING;
        }
    }

    private Reply ask(String command) throws IOException {
        begin();
        wire.send(command);
        return wire.reply();
    }
}
