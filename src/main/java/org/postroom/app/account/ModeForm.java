package org.postroom.app.account;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.postroom.app.layout.FormFields;
import org.postroom.sessioncache.drop.DropMode;
import org.postroom.sessioncache.drop.DropMode.DeleteAfter;

/** What becomes of mail on the server, as it was chosen. */
final class ModeForm {

    private static final String NUMBER = "\\d{1,4}";

    private final FormFields fields;

    ModeForm(MultivaluedMap<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    boolean deletes() {
        return fields.is("mode", "delete");
    }

    /** As typed. */
    String days() {
        return fields.text("days").strip();
    }

    /** Empty when it makes no sense; the days do not matter where nothing is deleted. */
    Optional<DropMode> mode() {
        return switch (fields.text("mode")) {
            case "keep" -> Optional.of(new DropMode.Keep());
            case "delete" -> after(days());
            default -> Optional.empty();
        };
    }

    private static Optional<DropMode> after(String days) {
        return Optional.of(days)
                .filter(text -> text.matches(NUMBER))
                .map(Integer::parseInt)
                .filter(number -> number <= DeleteAfter.MAX_DAYS)
                .map(DeleteAfter::new);
    }
}
