package org.postroom.rendering;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a link in a message leads, when it may lead there at all.
 *
 * @param url absolute, with one of the schemes http, https, mailto and tel
 * @param host what the browser will ask for, in lower case and ASCII; empty for mailto and tel
 */
public record LinkTarget(String url, String host) {

    /** Longest URL that is kept, in characters. */
    public static final int LIMIT = 8 * 1024;

    private static final int LONGEST_HOST = 255;
    private static final Set<String> WITHOUT_HOST = Set.of("mailto", "tel");
    private static final IDNA ASCII_NAMES =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);

    /**
     * Reads a URL as a browser does (https://url.spec.whatwg.org/#concept-basic-url-parser):
     * control characters do not count, a backslash is a slash. Relative URLs have no meaning in
     * mail, except that {@code //host} and {@code www.host} are taken for what was meant.
     */
    public static Optional<LinkTarget> of(String raw) {
        var url = withoutControls(raw);
        if (url.isEmpty() || url.length() > LIMIT) {
            return Optional.empty();
        }
        if (url.startsWith("//")) {
            return web("https", url);
        }
        if (url.regionMatches(true, 0, "www.", 0, 4)) {
            return web("http", url);
        }
        int colon = url.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : withScheme(
                        url.substring(0, colon).toLowerCase(Locale.ROOT), url.substring(colon + 1));
    }

    private static Optional<LinkTarget> withScheme(String scheme, String rest) {
        if (scheme.equals("http") || scheme.equals("https")) {
            return web(scheme, rest);
        }
        return WITHOUT_HOST.contains(scheme) && !rest.isBlank()
                ? Optional.of(new LinkTarget(scheme + ":" + rest, ""))
                : Optional.empty();
    }

    private static Optional<LinkTarget> web(String scheme, String rest) {
        int start = 0;
        while (start < rest.length() && isSlash(rest.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < rest.length()
                && !isSlash(rest.charAt(end))
                && "?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        var host = hostOf(rest.substring(start, end));
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkTarget(scheme + "://" + rest.substring(start), host));
    }

    /** Without user and port: everything up to the last @ is only there to deceive. */
    private static String hostOf(String authority) {
        var host = authority.substring(authority.lastIndexOf('@') + 1);
        int port =
                host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
        return asciiName(port < 0 ? host : host.substring(0, port));
    }

    /**
     * A host name as it is sent to the network, in lower case; odd names without odd characters.
     */
    private static String asciiName(String host) {
        if (host.length() > LONGEST_HOST) {
            return "";
        }
        var ascii = new StringBuilder();
        ASCII_NAMES.nameToASCII(host, ascii, new IDNA.Info());
        var visible = new StringBuilder();
        ascii.chars().filter(c -> c > ' ' && c < 0x7F).forEach(c -> visible.append((char) c));
        return visible.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static String withoutControls(String raw) {
        var out = new StringBuilder(Math.min(raw.length(), LIMIT + 1));
        for (int i = 0; i < raw.length() && out.length() <= LIMIT; i++) {
            char c = raw.charAt(i);
            if (c >= ' ' && (c < 0x7F || c > 0x9F)) {
                out.append(c);
            }
        }
        return out.toString().strip();
    }
}
