package org.postroom.protocol;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a part wants to be shown (RFC 2183).
 *
 * @param value in lower case: {@code inline}, {@code attachment} or a stranger's word
 * @param parameters names in lower case, values decoded (RFC 2231)
 */
public record Disposition(String value, Map<String, String> parameters) {

    public Disposition {
        value = value.toLowerCase(Locale.ROOT);
        parameters = Map.copyOf(parameters);
    }

    public boolean isAttachment() {
        return value.equals("attachment");
    }

    public Optional<String> fileName() {
        return Optional.ofNullable(parameters.get("filename"));
    }
}
