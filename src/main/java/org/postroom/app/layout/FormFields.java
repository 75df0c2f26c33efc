package org.postroom.app.layout;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a form as a browser sent them; an empty one counts as absent.
 *
 * @param sent every field, with all of its values
 */
public record FormFields(MultivaluedMap<String, String> sent) {

    /** What a field holds. */
    public Optional<String> value(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** What a field holds; empty where it is absent. */
    public String text(String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    /**
     * What a field holds that has to be there.
     *
     * @throws BadInput when it is not
     */
    public String required(String name) {
        return value(name).orElseThrow(() -> new BadInput(BadInput.Reason.FORM));
    }

    /** Whether a field holds this word. */
    public boolean is(String name, String word) {
        return text(name).equals(word);
    }

    /** All values of a field that may stand in a form several times. */
    public List<String> all(String name) {
        return sent.getOrDefault(name, List.of());
    }
}
