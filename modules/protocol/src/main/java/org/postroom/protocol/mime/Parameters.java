package org.postroom.protocol.mime;

import jakarta.mail.internet.ParameterList;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Parameters of a MIME field, of which some come in pieces or encoded (RFC 2231). */
public final class Parameters {

    // RFC 2231 is Angus' part; RFC 2047 in parameters is forbidden and common.
    private final ParameterList list = new ParameterList();

    /** Adds one, or a piece of one, as it is written. */
    public void add(String name, byte[] value) {
        list.set(name, HeaderText.raw(value));
    }

    /** All of them decoded; names in lower case. */
    public Map<String, String> decoded() {
        list.combineSegments();
        Map<String, String> result = new HashMap<>();
        for (Enumeration<String> names = list.getNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            String value = list.get(name);
            if (value != null) {
                result.put(
                        name.toLowerCase(Locale.ROOT),
                        HeaderText.of(value.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return result;
    }
}
