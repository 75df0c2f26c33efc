package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.Maildrop;
import org.postroom.sessioncache.drop.DropMode.DeleteAfter;
import org.postroom.sessioncache.local.ContentId;
import org.postroom.sessioncache.local.Contents;

/**
 * The last step of a session in delete mode. A DELE is sent only when the copy here is committed,
 * was read again and is equal by its hash; when the drop's list, read again in the same session,
 * still means the same message; and when its header, read again too, is the one that is known, or
 * all of it where the server has no name for it. What is in doubt stays.
 */
@ApplicationScoped
class DropRemoval {

    private static final Logger LOG = Logger.getLogger(DropRemoval.class);

    private final DropLeases leases;
    private final DropRows rows;
    private final DropEntries entries;
    private final Contents contents;
    private final DropTally tally;

    DropRemoval(
            DropLeases leases,
            DropRows rows,
            DropEntries entries,
            Contents contents,
            DropTally tally) {
        this.leases = leases;
        this.rows = rows;
        this.entries = entries;
        this.contents = contents;
        this.tally = tally;
    }

    /**
     * Marks as deleted there what may go; it goes with QUIT.
     *
     * @param listed as the session found it
     * @param nanoTime when to stop
     */
    void remove(DropSession session, List<Listed> listed, long nanoTime) {
        if (rows.mode(session.account()) instanceof DeleteAfter mode) {
            List<Listed> due = due(session.account(), mode, listed);
            List<Listed> proved =
                    due.stream().filter(each -> isProved(session, each, nanoTime)).toList();
            if (!proved.isEmpty()) {
                List<Listed> confirmed = confirmed(session, proved);
                tally.deletesRefusedHere(proved.size() - confirmed.size());
                confirmed.stream()
                        .filter(each -> isTheSame(session, each))
                        .forEach(each -> delete(session, each));
            }
        }
    }

    private List<Listed> due(UUID account, DeleteAfter mode, List<Listed> listed) {
        Set<String> old = entries.provedFor(account, mode.days());
        Set<String> unwanted = entries.unwanted(account);
        Set<String> shared = sharedHeaders(listed);
        return listed.stream()
                .filter(each -> unwanted.contains(each.entry().key()) || isDue(each, old))
                .filter(each -> each.headerHash().isPresent())
                .filter(each -> each.entry().named() || !shared.contains(each.headerHash().get()))
                .toList();
    }

    /** Proved in an earlier session than this: one that has just come stays for the next. */
    private static boolean isDue(Listed message, Set<String> old) {
        return message.entry().stored()
                && message.entry().verifiedAt().isPresent()
                && old.contains(message.entry().key());
    }

    private static Set<String> sharedHeaders(List<Listed> listed) {
        Map<String, Long> counts =
                listed.stream()
                        .flatMap(each -> each.headerHash().stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    // What was deleted here for good has no copy to prove.
    private boolean isProved(DropSession session, Listed message, long nanoTime) {
        if (System.nanoTime() - nanoTime > 0) {
            return false;
        }
        session.pulse().beat();
        boolean proved =
                message.entry().forgotten()
                        || contents.verify(new ContentId(session.account(), message.content()));
        if (!proved) {
            LOG.error("A copy is not what it was; the message stays in the maildrop");
            tally.deletesRefusedHere(1);
        }
        return proved;
    }

    /** Those that a second look at the drop shows as they were. */
    private static List<Listed> confirmed(DropSession session, List<Listed> proved) {
        List<DropItem> again = session.drop().list();
        Map<Integer, DropItem> byNumber =
                again.stream().collect(Collectors.toMap(DropItem::number, Function.identity()));
        Map<String, Long> names =
                again.stream()
                        .flatMap(item -> item.uidl().stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Listed> same =
                proved.stream()
                        .filter(each -> each.item().equals(byNumber.get(each.item().number())))
                        .filter(each -> !each.entry().named() || isNamedAlone(each.item(), names))
                        .toList();
        return withSameHeader(session.drop(), same);
    }

    private static boolean isNamedAlone(DropItem item, Map<String, Long> names) {
        return item.uidl().map(names::get).filter(count -> count == 1).isPresent();
    }

    private static List<Listed> withSameHeader(Maildrop drop, List<Listed> messages) {
        Map<Integer, String> hashes = new HashMap<>();
        drop.headers(
                messages.stream().map(Listed::item).toList(),
                (item, header) -> hashes.put(item.number(), DropKeys.header(header)));
        Set<Listed> same = new HashSet<>(messages);
        same.removeIf(
                each ->
                        !each.headerHash()
                                .equals(Optional.ofNullable(hashes.get(each.item().number()))));
        return List.copyOf(same);
    }

    /** Without a name of its own a message is known only when its octets are. */
    private boolean isTheSame(DropSession session, Listed message) {
        if (message.entry().named()) {
            return true;
        }
        session.pulse().beat();
        MessageDigest octets = DropKeys.sha256();
        try {
            session.drop()
                    .retrieve(
                            message.item(),
                            new DigestOutputStream(OutputStream.nullOutputStream(), octets));
        } catch (NoSuchMessage | ServerRefused | OverQuota e) {
            LOG.debugf("A message could not be read again: %s", e.getMessage());
            return false;
        }
        return entries.sha256(session.account(), message.content())
                .filter(known -> Arrays.equals(known, octets.digest()))
                .isPresent();
    }

    /** Asks the database each time: who goes back to keeping the mail there is obeyed at once. */
    private void delete(DropSession session, Listed message) {
        session.pulse().beat();
        long content = message.content();
        boolean allowed =
                leases.during(
                        session.lease(),
                        sql ->
                                rows.deletes(session.account())
                                        && entries.isSafe(sql, session.account(), content));
        if (!allowed) {
            return;
        }
        try {
            session.drop().delete(message.item());
            session.removed().add(message.entry());
        } catch (NoSuchMessage | ServerRefused e) {
            LOG.debugf("A message could not be deleted: %s", e.getMessage());
            tally.deleteRefusedThere();
        }
    }
}
