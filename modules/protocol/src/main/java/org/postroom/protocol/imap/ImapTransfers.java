package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.angus.mail.iap.Argument;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.NotPermitted;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MoveResult;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;

/** Moves and copies messages between mailboxes (RFC 6851, RFC 4315). */
final class ImapTransfers {

    private static final int WINDOW = 1000;

    private final ImapConnection connection;
    private final ImapChanges changes;

    ImapTransfers(ImapConnection connection, ImapChanges changes) {
        this.connection = connection;
        this.changes = changes;
    }

    MoveResult move(MessageRefs messages, MailboxName target) {
        if (messages.mailbox().equals(target)) {
            throw new NotPermitted("A message is in its own mailbox already", null);
        }
        return connection.has("MOVE")
                ? each(messages, window -> transfer("UID MOVE", window, target))
                : each(messages, window -> copyAndRemove(window, target));
    }

    MoveResult copy(MessageRefs messages, MailboxName target) {
        return each(messages, window -> transfer("UID COPY", window, target));
    }

    // What was done before a failure is told with it; a failure of the first window is the whole.
    private MoveResult each(MessageRefs messages, Function<UidSet, MoveResult> work) {
        connection.selectAnew(messages.mailbox(), messages.uidValidity());
        MoveResult result = MoveResult.NOTHING;
        for (UidSet window : UidWindows.of(messages.uids(), WINDOW)) {
            try {
                result = result.and(work.apply(window));
            } catch (MailException e) {
                return result.stoppedBy(e);
            }
        }
        return result;
    }

    private MoveResult copyAndRemove(UidSet window, MailboxName target) {
        MoveResult copied = transfer("UID COPY", window, target);
        changes.remove(copied.done());
        return copied;
    }

    private MoveResult transfer(String command, UidSet window, MailboxName target) {
        boolean tells = connection.has("UIDPLUS");
        UidSet there = tells ? window : changes.there(window);
        Optional<Answer> answer = ask(command, there, target);
        if (answer.filter(ImapTransfers::someAreGone).isPresent()) {
            connection.catchUp();
            there = changes.there(window);
            answer = ask(command, there, target);
        }
        if (answer.isEmpty()) {
            return new MoveResult(UidSet.EMPTY, window, Optional.empty());
        }
        if (!answer.get().isOk()) {
            throw connection.refusedMailbox(answer.get(), target);
        }
        return result(window, there, target, answer.get());
    }

    private Optional<Answer> ask(String command, UidSet uids, MailboxName target) {
        if (uids.isEmpty()) {
            return Optional.empty();
        }
        Argument arguments = connection.with(new Argument().writeAtom(uids.toString()), target);
        return Optional.of(connection.attempt(command, arguments));
    }

    // Another program was faster (RFC 5530): the others are as they were.
    private static boolean someAreGone(Answer answer) {
        return !answer.isOk() && answer.code("EXPUNGEISSUED").isPresent();
    }

    // Without COPYUID from a server that has it: nothing was there to move, or the target keeps no
    // UIDs.
    private MoveResult result(UidSet window, UidSet there, MailboxName target, Answer answer) {
        Optional<MoveResult.Target> told =
                answer.code("COPYUID").flatMap(code -> target(code, target, window));
        if (told.isPresent()) {
            UidSet done = UidSet.of(told.get().newUids().keySet());
            return new MoveResult(done, window.minus(done), told);
        }
        boolean unknown = connection.has("UIDPLUS") && !answer.tellsRemovals();
        UidSet done = unknown ? UidSet.EMPTY : there;
        return new MoveResult(done, window.minus(done), Optional.empty());
    }

    private static Optional<MoveResult.Target> target(
            List<Token> code, MailboxName target, UidSet window) {
        long validity = code.size() > 3 ? code.get(1).number() : -1;
        if (validity < 1) {
            return Optional.empty();
        }
        List<Uid> from = inOrder(code.get(2), window.size());
        List<Uid> to = inOrder(code.get(3), window.size());
        if (from.size() != to.size() || from.isEmpty()) {
            return Optional.empty();
        }
        Map<Uid, Uid> uids = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            uids.put(from.get(i), to.get(i));
        }
        return Optional.of(new MoveResult.Target(target, new UidValidity(validity), uids));
    }

    // The two lists belong together item by item, so their order counts; no longer than was asked
    // for.
    private static List<Uid> inOrder(Token token, long most) {
        List<Uid> result = new ArrayList<>();
        for (String item : token.latin1().split(",", -1)) {
            ImapSearch.set(item).stream().limit(most + 1 - result.size()).forEach(result::add);
        }
        return result;
    }
}
