package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.sessioncache.local.Arrivals;
import org.postroom.sessioncache.local.ContentId;
import org.postroom.sessioncache.local.Contents;
import org.postroom.sessioncache.local.Upload;

/** The third step of a session: whole messages; those that somebody waits for before all others. */
@ApplicationScoped
class DropBodies {

    private static final Logger LOG = Logger.getLogger(DropBodies.class);

    private final DropLeases leases;
    private final DropEntries entries;
    private final DropHeaders headers;
    private final Arrivals arrivals;
    private final Contents contents;
    private final DropRoom room;

    DropBodies(
            DropLeases leases,
            DropEntries entries,
            DropHeaders headers,
            Arrivals arrivals,
            Contents contents,
            DropRoom room) {
        this.leases = leases;
        this.entries = entries;
        this.headers = headers;
        this.arrivals = arrivals;
        this.contents = contents;
        this.room = room;
    }

    /** Fetches those that somebody waits for. */
    void fetchAsked(DropSession session, List<Listed> listed) {
        List<Long> asked = entries.asked(session.account());
        if (asked.isEmpty()) {
            return;
        }
        Map<Long, Listed> byContent =
                listed.stream().collect(Collectors.toMap(Listed::content, Function.identity()));
        for (Long content : asked) {
            Listed each = byContent.get(content);
            if (each != null && each.lacksText()) {
                fetch(session, each);
            }
            entries.answered(session.account(), content);
        }
    }

    /**
     * Fetches what is not here yet, newest first; what could not be fetched before comes last, and
     * what could not so often is left to {@link #fetchStubborn}.
     *
     * @param nanoTime when to stop, so that other programs get their turn with the drop
     * @return what stood in the way; the session knows when it was the time
     */
    Optional<DropTrouble> fetch(DropSession session, List<Listed> listed, long nanoTime) {
        Deque<Listed> lacking =
                new ArrayDeque<>(
                        listed.stream()
                                .filter(each -> each.lacksText() && !each.isStubborn())
                                .sorted(Comparator.comparingInt(Listed::tries))
                                .toList());
        while (!lacking.isEmpty() && System.nanoTime() - nanoTime < 0) {
            fetchAsked(session, listed);
            Listed next = lacking.poll();
            if (next.lacksText() && !room.isThereFor(session.account(), next.item().size())) {
                return Optional.of(DropTrouble.OVER_QUOTA);
            }
            if (next.lacksText()) {
                fetch(session, next);
            }
        }
        session.unfinished(!lacking.isEmpty());
        return Optional.empty();
    }

    /** Tries the others once more, when nothing can be lost by a session that breaks. */
    void fetchStubborn(DropSession session, List<Listed> listed, long nanoTime) {
        for (Listed each : listed) {
            boolean wanted = each.lacksText() && each.isStubborn();
            if (wanted
                    && System.nanoTime() - nanoTime < 0
                    && room.isThereFor(session.account(), each.item().size())) {
                fetch(session, each);
            }
        }
    }

    /** Proves copies whose process ended too early for that. */
    void proveRest(DropSession session, List<Listed> listed, long nanoTime) {
        for (Listed each : listed) {
            if (each.lacksProof() && System.nanoTime() - nanoTime < 0) {
                session.pulse().beat();
                prove(session, each.entry().in(session.account()));
            }
        }
    }

    /**
     * A message that the server will not give now, or that we fail to read, is passed over. One
     * that breaks the session does not break the next one before others have come.
     */
    private void fetch(DropSession session, Listed message) {
        try {
            if (message.lacksHeader()) {
                headers.fetch(session, List.of(message));
            }
            session.pulse().beat();
            retrieve(session, message);
        } catch (NoSuchMessage | ServerRefused | OverQuota e) {
            LOG.debugf("A message could not be fetched: %s", e.getMessage());
            entries.refused(session.account(), message.content());
        } catch (ConnectionLost | BadResponse e) {
            entries.stumbled(session.account(), message.content());
            throw e;
        } catch (MailException | DropLease.Lost | Pulse.Stopped e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf("A message could not be read: %s", Mishap.of(e));
            entries.refused(session.account(), message.content());
        }
    }

    private void retrieve(DropSession session, Listed message) {
        ContentId content = new ContentId(session.account(), message.content());
        try (Upload upload = contents.begin(session.account())) {
            retrieve(session, message, upload);
            message.store();
            if (leases.during(session.lease(), _ -> arrivals.attach(content, upload))) {
                prove(session, content);
            }
        }
    }

    private static void retrieve(DropSession session, Listed message, OutputStream to) {
        try {
            session.drop().retrieve(message.item(), new Watched(to, session.pulse()));
        } catch (Pulse.Stopped e) {
            session.broken();
            throw e;
        }
    }

    /** Reads again what was committed: only a copy that was proved lets the server's go. */
    private void prove(DropSession session, ContentId content) {
        if (!contents.verify(content)) {
            LOG.error("What was written is not what is read; the message stays in the maildrop");
            return;
        }
        leases.during(
                session.lease(),
                sql -> {
                    entries.verified(sql, session.account(), content.number());
                    return true;
                });
    }

    /** Lets go in the middle of a long message when the session is to end. */
    private static final class Watched extends OutputStream {
        private final OutputStream to;
        private final Pulse pulse;

        Watched(OutputStream to, Pulse pulse) {
            this.to = to;
            this.pulse = pulse;
        }

        @Override
        public void write(int octet) throws IOException {
            to.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            pulse.beat();
            to.write(octets, offset, length);
        }
    }
}
