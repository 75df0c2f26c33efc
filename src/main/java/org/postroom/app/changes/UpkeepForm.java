package org.postroom.app.changes;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.Href;
import org.postroom.app.listing.ListAddress;
import org.postroom.sessioncache.undo.UndoId;

/** The small forms: undo, and what is done with a mailbox as a whole. */
final class UpkeepForm {

    private final MultivaluedMap<String, String> fields;

    UpkeepForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    String mailbox() {
        return ListAddress.of(required("name")).mailbox();
    }

    UndoId undo() {
        return new UndoId(required("undo"));
    }

    boolean confirmed() {
        return value("confirmed").filter("true"::equals).isPresent();
    }

    String back() {
        return value("back").map(Href::checked).orElseGet(() -> ListAddress.of("INBOX").href());
    }

    private String required(String name) {
        return value(name).orElseThrow(() -> new BadInput(BadInput.Reason.FORM));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(fields.getFirst(name)).filter(text -> !text.isEmpty());
    }
}
