package org.postroom.app.changes;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.FormFields;
import org.postroom.app.layout.Hidden;
import org.postroom.app.layout.Href;
import org.postroom.app.listing.Done;
import org.postroom.app.listing.ListAddress;
import org.postroom.app.listing.MessageKey;
import org.postroom.protocol.Flag;

/** The form of a list or of a message: what to do, and with which messages. */
final class ChangeForm {

    private static final int MAX_TICKED = 1_000;

    private final FormFields fields;

    ChangeForm(MultivaluedMap<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    /** Which button was pressed. */
    Action action() {
        if (fields.value("star").isPresent()) {
            return Action.STAR;
        }
        if (fields.value("unstar").isPresent()) {
            return Action.UNSTAR;
        }
        return Action.ofWord(fields.value("action").orElse(""));
    }

    /** Whether one message's star is all that changes. */
    boolean isStar() {
        return (action() == Action.STAR || action() == Action.UNSTAR)
                && !wholeList()
                && ticked().size() == 1;
    }

    /** The messages that were ticked; empty when the whole list is meant. */
    List<MessageKey> ticked() {
        List<String> named = new ArrayList<>();
        fields.value("star").or(() -> fields.value("unstar")).ifPresent(named::add);
        if (named.isEmpty()) {
            named.addAll(fields.all("message"));
        }
        if (named.size() > MAX_TICKED) {
            throw new BadInput(BadInput.Reason.FORM);
        }
        return named.stream().map(text -> MessageKey.parse(text, in())).toList();
    }

    boolean wholeList() {
        return fields.is("select", "all")
                && fields.value("star").isEmpty()
                && fields.value("unstar").isEmpty();
    }

    /** The list that the form stands in. */
    ListAddress list() {
        return ListAddress.of(
                in(), Optional.empty(), Optional.empty(), fields.value("filter"), Optional.empty());
    }

    Optional<String> search() {
        return fields.value("q");
    }

    boolean everywhere() {
        return fields.is("scope", "all");
    }

    String target() {
        return fields.value("target").orElseThrow(() -> new BadInput(BadInput.Reason.NO_TARGET));
    }

    Flag label() {
        return fields.value("label")
                .filter(Flag::isFlag)
                .map(Flag::new)
                .filter(flag -> !flag.isSystem())
                .orElseThrow(() -> new BadInput(BadInput.Reason.FORM));
    }

    boolean confirmed() {
        return fields.is("confirmed", "true");
    }

    /**
     * Where to go when it is done: a flag leaves an open message open, everything else closes it.
     */
    String back() {
        boolean stays =
                switch (action().deed()) {
                    case STAR, UNSTAR, READ, LABEL, UNLABEL, COPY -> true;
                    default -> false;
                };
        Optional<String> here = stays ? fields.value("here") : Optional.empty();
        return here.or(() -> fields.value("back"))
                .map(Href::checked)
                .orElseGet(() -> ListAddress.of(in()).href());
    }

    /** Everything, to be sent once more with a confirmation. */
    List<Hidden> repeated() {
        List<Hidden> hidden = new ArrayList<>();
        fields.sent()
                .forEach(
                        (name, values) -> {
                            if (!name.equals("csrf-token") && !name.equals("action")) {
                                values.forEach(value -> hidden.add(new Hidden(name, value)));
                            }
                        });
        hidden.add(new Hidden("confirmed", "true"));
        return hidden;
    }

    private String in() {
        return fields.value("in").orElse("INBOX");
    }

    /** What can be done, by the words of the forms. */
    enum Action {
        READ(Done.Deed.READ),
        UNREAD(Done.Deed.UNREAD),
        STAR(Done.Deed.STAR),
        UNSTAR(Done.Deed.UNSTAR),
        ARCHIVE(Done.Deed.ARCHIVE),
        JUNK(Done.Deed.JUNK),
        NOT_JUNK(Done.Deed.NOT_JUNK),
        DELETE(Done.Deed.TRASH),
        MOVE(Done.Deed.MOVE),
        COPY(Done.Deed.COPY),
        LABEL(Done.Deed.LABEL),
        UNLABEL(Done.Deed.UNLABEL);

        private final Done.Deed deed;

        Action(Done.Deed deed) {
            this.deed = deed;
        }

        Done.Deed deed() {
            return deed;
        }

        static Action ofWord(String word) {
            for (Action action : values()) {
                if (action.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                    return action;
                }
            }
            throw new BadInput(BadInput.Reason.FORM);
        }
    }
}
