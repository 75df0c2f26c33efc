package org.postroom.protocol.imap;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.eclipse.angus.mail.iap.Argument;
import org.postroom.protocol.Flag;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.net.ResponseLimits;

/** Asks for items of messages in the selected mailbox, by UID (RFC 9051 §6.4.5). */
final class ImapFetch {

    private final ImapConnection connection;

    ImapFetch(ImapConnection connection) {
        this.connection = connection;
    }

    /** The items of those messages that are there; a server may tell them in several lines. */
    Map<Uid, Fetched> items(UidSet uids, Argument items) {
        return items(uids, items, connection.limits());
    }

    Map<Uid, Fetched> items(UidSet uids, Argument items, ResponseLimits limits) {
        Map<Uid, Fetched> result = new HashMap<>();
        each(
                uids,
                items,
                limits,
                (uid, line) -> result.computeIfAbsent(uid, _ -> new Fetched()).add(line));
        return result;
    }

    /** Shows each message's line as it comes, and keeps none: for many messages. */
    void each(UidSet uids, Argument items, ResponseLimits limits, BiConsumer<Uid, ImapLine> lines) {
        for (UidSet window : UidWindows.of(uids)) {
            Argument arguments = new Argument().writeAtom(window.toString()).writeArgument(items);
            connection.run("UID FETCH", arguments, line -> take(line, uids, lines), limits);
        }
    }

    private static boolean take(ImapLine line, UidSet uids, BiConsumer<Uid, ImapLine> lines) {
        if (!line.is("FETCH")) {
            return false;
        }
        Fetched.uid(line).filter(uids::contains).ifPresent(uid -> lines.accept(uid, line));
        return true;
    }

    /** The flags of those that are there. */
    Map<Uid, Set<Flag>> flags(UidSet uids) {
        Map<Uid, Set<Flag>> result = new TreeMap<>();
        items(uids, atoms("UID", "FLAGS"))
                .forEach((uid, fetched) -> result.put(uid, fetched.flags()));
        return result;
    }

    static Argument atoms(String... items) {
        Argument arguments = new Argument();
        for (String item : items) {
            arguments.writeAtom(item);
        }
        return arguments;
    }
}
