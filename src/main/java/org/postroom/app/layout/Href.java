package org.postroom.app.layout;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An address within the application, with its query encoded. */
public final class Href {

    private static final int LONGEST = 4_000;

    // One slash, and then anything but a second one or a backslash, which would lead elsewhere.
    private static final Pattern OURS = Pattern.compile("/(?:[A-Za-z0-9].*)?");

    private final StringBuilder text;
    private char separator;

    private Href(String address) {
        text = new StringBuilder(address);
        separator = address.indexOf('?') < 0 ? '?' : '&';
    }

    /** An address without a query, or one that has some of it already. */
    public static Href to(String address) {
        return new Href(address);
    }

    /**
     * An address that a form brought back.
     *
     * @throws BadInput when it leads anywhere else than to a page of ours
     */
    public static String checked(String address) {
        try {
            boolean ours = address.length() <= LONGEST && OURS.matcher(address).matches();
            if (ours && new URI(address).getRawAuthority() == null) {
                return address;
            }
        } catch (URISyntaxException _) {
            throw new BadInput(BadInput.Reason.FORM);
        }
        throw new BadInput(BadInput.Reason.FORM);
    }

    public Href with(String name, String value) {
        text.append(separator)
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        separator = '&';
        return this;
    }

    /** As above, but left out where the value is the one that is meant anyway. */
    public Href with(String name, String value, String unless) {
        return value.equals(unless) ? this : with(name, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
