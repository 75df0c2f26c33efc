package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.angus.mail.iap.Argument;
import org.postroom.protocol.ExpungeResult;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.FlagResult;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** Changes of messages in the selected mailbox: their flags, and their end (RFC 9051 §6.4). */
final class ImapChanges {

    private static final int WINDOW = 1000;

    private final ImapConnection connection;
    private final ImapFetch fetch;

    ImapChanges(ImapConnection connection) {
        this.connection = connection;
        this.fetch = new ImapFetch(connection);
    }

    /** Sets and takes away flags, where that changes anything. */
    FlagResult change(MessageRefs messages, FlagChange change) {
        connection.selectAnew(messages.mailbox(), messages.uidValidity());
        FlagResult result = FlagResult.NOTHING;
        for (UidSet window : UidWindows.of(messages.uids(), WINDOW)) {
            try {
                result = result.and(changeWindow(window, change));
            } catch (MailException e) {
                return result.stoppedBy(e);
            }
        }
        return result;
    }

    private FlagResult changeWindow(UidSet window, FlagChange change) {
        Map<Uid, Set<Flag>> flags = fetch.flags(window);
        UidSet toAdd = which(flags, has -> !has.containsAll(change.add()));
        UidSet toRemove = which(flags, has -> change.remove().stream().anyMatch(has::contains));
        store(toAdd, "+FLAGS.SILENT", change.add());
        store(toRemove, "-FLAGS.SILENT", change.remove());
        return new FlagResult(toAdd.union(toRemove), window.minus(UidSet.of(flags.keySet())));
    }

    private static UidSet which(Map<Uid, Set<Flag>> flags, Predicate<Set<Flag>> wanted) {
        return UidSet.of(
                flags.entrySet().stream()
                        .filter(one -> wanted.test(one.getValue()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private void store(UidSet uids, String item, Set<Flag> flags) {
        if (uids.isEmpty() || flags.isEmpty()) {
            return;
        }
        Argument arguments = new Argument().writeAtom(uids.toString()).writeAtom(item);
        connection.run("UID STORE", arguments.writeArgument(atoms(flags)));
    }

    static Argument atoms(Set<Flag> flags) {
        Argument arguments = new Argument();
        flags.forEach(flag -> arguments.writeAtom(flag.value()));
        return arguments;
    }

    /**
     * Deletes just these for good; without UIDPLUS they stay marked, which every list takes as
     * gone.
     */
    ExpungeResult expunge(MessageRefs messages) {
        connection.selectAnew(messages.mailbox(), messages.uidValidity());
        ExpungeResult result = ExpungeResult.NOTHING;
        for (UidSet window : UidWindows.of(messages.uids(), WINDOW)) {
            try {
                result = result.and(expungeWindow(window));
            } catch (MailException e) {
                return result.stoppedBy(e);
            }
        }
        return result;
    }

    private ExpungeResult expungeWindow(UidSet window) {
        UidSet there = there(window);
        remove(there);
        return new ExpungeResult(there, window.minus(there));
    }

    /** Those that are there, whatever their flags. */
    UidSet there(UidSet window) {
        List<Uid> uids = new ArrayList<>();
        fetch.each(window, ImapFetch.atoms("UID"), connection.limits(), (uid, _) -> uids.add(uid));
        return UidSet.of(uids);
    }

    /** Marks them as deleted, and expunges them where that touches nobody else's (UIDPLUS). */
    void remove(UidSet uids) {
        if (uids.isEmpty()) {
            return;
        }
        store(uids, "+FLAGS.SILENT", Set.of(Flag.DELETED));
        if (connection.has("UIDPLUS")) {
            connection.run("UID EXPUNGE", new Argument().writeAtom(uids.toString()));
        }
    }
}
