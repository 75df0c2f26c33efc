package org.postroom.protocol;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a part says it is (RFC 2045 §5.1).
 *
 * @param type in lower case, such as {@code text}
 * @param subtype in lower case, such as {@code plain}
 * @param parameters names in lower case, values decoded (RFC 2231)
 */
public record ContentType(String type, String subtype, Map<String, String> parameters) {

    public ContentType {
        type = type.toLowerCase(Locale.ROOT);
        subtype = subtype.toLowerCase(Locale.ROOT);
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** {@code type/subtype}. */
    public String essence() {
        return type + "/" + subtype;
    }

    public boolean is(String essence) {
        return essence().equals(essence);
    }
}
