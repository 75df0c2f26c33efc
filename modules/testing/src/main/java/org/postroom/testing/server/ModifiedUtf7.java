package org.postroom.testing.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Names of mailboxes on the wire (RFC 3501, section 5.1.3), written apart from the product's so as
 * to check it.
 */
final class ModifiedUtf7 {
    private static final Pattern PLAIN_AMPERSAND = Pattern.compile("&");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]+");
    private static final Pattern SHIFTED = Pattern.compile("&([^-]*)-");

    private ModifiedUtf7() {}

    static String encode(String name) {
        var escaped = PLAIN_AMPERSAND.matcher(name).replaceAll("&-");
        return NOT_ASCII.matcher(escaped).replaceAll(run -> "&" + base64(run.group()) + "-");
    }

    static String decode(String name) {
        return SHIFTED.matcher(name)
                .replaceAll(run -> run.group(1).isEmpty() ? "&" : text(run.group(1)));
    }

    private static String base64(String run) {
        var octets = run.getBytes(StandardCharsets.UTF_16BE);
        return Base64.getEncoder().withoutPadding().encodeToString(octets).replace('/', ',');
    }

    private static String text(String base64) {
        var octets = Base64.getDecoder().decode(base64.replace(',', '/'));
        return new String(octets, StandardCharsets.UTF_16BE);
    }
}
