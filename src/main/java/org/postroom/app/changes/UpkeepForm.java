package org.postroom.app.changes;

import jakarta.ws.rs.core.MultivaluedMap;
import org.postroom.app.layout.FormFields;
import org.postroom.app.layout.Href;
import org.postroom.app.listing.ListAddress;
import org.postroom.sessioncache.undo.UndoId;

/** The small forms: undo, and what is done with a mailbox as a whole. */
final class UpkeepForm {

    private final FormFields fields;

    UpkeepForm(MultivaluedMap<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    String mailbox() {
        return ListAddress.of(fields.required("name")).mailbox();
    }

    UndoId undo() {
        return new UndoId(fields.required("undo"));
    }

    boolean confirmed() {
        return fields.is("confirmed", "true");
    }

    String back() {
        return fields.value("back")
                .map(Href::checked)
                .orElseGet(() -> ListAddress.of("INBOX").href());
    }
}
