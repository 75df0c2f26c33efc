package org.postroom.sessioncache.undo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;
import org.postroom.sessioncache.undo.UndoableChange.FlagsChanged;
import org.postroom.sessioncache.undo.UndoableChange.Moved;

/** An action as the JSON that the database keeps for some minutes. */
final class ActionText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ActionText() {}

    private record Action(String kind, long count, List<Change> changes) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Flags.class, name = "flags"),
        @JsonSubTypes.Type(value = Move.class, name = "move")
    })
    private sealed interface Change {}

    private record Name(String name, char delimiter) {
        static Name of(MailboxName mailbox) {
            return new Name(mailbox.value(), mailbox.delimiter());
        }

        MailboxName toMailboxName() {
            return new MailboxName(name, delimiter);
        }
    }

    private record Flags(
            Name mailbox, long validity, String uids, List<String> added, List<String> removed)
            implements Change {}

    private record Move(
            Name source, long sourceValidity, Name target, long targetValidity, List<long[]> runs)
            implements Change {}

    static String write(UndoableAction action) {
        List<Change> changes = action.changes().stream().map(ActionText::stored).toList();
        try {
            return JSON.writeValueAsString(new Action(action.kind(), action.count(), changes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An action could not be written down", e);
        }
    }

    static UndoableAction read(String text) {
        try {
            Action action = JSON.readValue(text, Action.class);
            return new UndoableAction(
                    action.kind(),
                    action.count(),
                    action.changes().stream().map(ActionText::restored).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written down cannot be read", e);
        }
    }

    private static Change stored(UndoableChange change) {
        return switch (change) {
            case FlagsChanged(MessageRefs messages, FlagChange flags) ->
                    new Flags(
                            Name.of(messages.mailbox()),
                            messages.uidValidity().value(),
                            messages.uids().toString(),
                            texts(flags.add()),
                            texts(flags.remove()));
            case Moved moved ->
                    new Move(
                            Name.of(moved.source()),
                            moved.sourceValidity().value(),
                            Name.of(moved.target()),
                            moved.targetValidity().value(),
                            UidRuns.of(moved.newUids()));
        };
    }

    private static UndoableChange restored(Change change) {
        return switch (change) {
            case Flags flags ->
                    new FlagsChanged(
                            new MessageRefs(
                                    flags.mailbox().toMailboxName(),
                                    new UidValidity(flags.validity()),
                                    UidSet.parse(flags.uids())),
                            new FlagChange(flags(flags.added()), flags(flags.removed())));
            case Move move ->
                    new Moved(
                            move.source().toMailboxName(),
                            new UidValidity(move.sourceValidity()),
                            move.target().toMailboxName(),
                            new UidValidity(move.targetValidity()),
                            UidRuns.toMap(move.runs()));
        };
    }

    private static List<String> texts(Set<Flag> flags) {
        return flags.stream().map(Flag::value).sorted().toList();
    }

    private static Set<Flag> flags(List<String> texts) {
        return texts.stream().map(Flag::new).collect(Collectors.toSet());
    }
}
