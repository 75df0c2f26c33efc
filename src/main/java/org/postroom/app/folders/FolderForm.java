package org.postroom.app.folders;

import jakarta.ws.rs.core.MultivaluedMap;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.FormFields;
import org.postroom.app.listing.MessageKey;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.Namespace;

/** The forms that manage folders. */
final class FolderForm {

    private final FormFields fields;

    FolderForm(MultivaluedMap<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    /** What was typed as a name. */
    String typed() {
        return fields.text("name").strip();
    }

    /** The folder that the form is about. */
    MailboxName mailbox(Namespace namespace) {
        return MessageKey.name(namespace, fields.required("mailbox"));
    }

    /**
     * The full name that was typed, in the parent that was chosen.
     *
     * @throws BadInput when no folder can have it
     */
    MailboxName newName(Namespace namespace) {
        String parent = fields.text("parent");
        try {
            return parent.isEmpty()
                    ? namespace.top(typed())
                    : namespace.named(parent).child(typed());
        } catch (IllegalArgumentException _) {
            throw new BadInput(BadInput.Reason.FOLDER_NAME);
        }
    }

    boolean subscribed() {
        return switch (fields.required("subscribed")) {
            case "true", "on" -> true;
            case "false" -> false;
            default -> throw new BadInput(BadInput.Reason.FORM);
        };
    }
}
