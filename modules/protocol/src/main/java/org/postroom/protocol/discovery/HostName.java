package org.postroom.protocol.discovery;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Names of hosts and domains as DNS has them. */
public final class HostName {

    private static final int MAX_LENGTH = 253;

    private HostName() {}

    /**
     * The name in ASCII (RFC 5890, A-labels) and in lower case, without a dot at the end.
     *
     * @return empty when it is no name that DNS could know, such as one with spaces, or an address
     */
    public static Optional<String> ascii(String name) {
        try {
            String ascii =
                    IDN.toASCII(withoutDot(name), IDN.USE_STD3_ASCII_RULES)
                            .toLowerCase(Locale.ROOT);
            return isName(ascii) ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // that is how the JDK says that it is no name
        }
    }

    /** Whether a host is that domain or lies in it; both as {@link #ascii} gives them. */
    static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isName(String ascii) {
        int lastDot = ascii.lastIndexOf('.');
        return !ascii.isEmpty()
                && ascii.length() <= MAX_LENGTH
                && !ascii.contains("..")
                && !ascii.startsWith(".")
                && !ascii.substring(lastDot + 1).chars().allMatch(Character::isDigit);
    }
}
