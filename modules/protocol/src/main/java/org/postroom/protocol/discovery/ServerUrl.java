package org.postroom.protocol.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;

/**
 * A mail server as an operator writes it: {@code imaps://host:993}, {@code
 * imap://host:143?security=starttls}, and the same with {@code pop3} and {@code smtp}. Without a
 * port it is the protocol's own; without {@code security} a plain scheme means STARTTLS.
 */
public final class ServerUrl {

    private enum Scheme {
        IMAPS(Protocol.IMAP, 993),
        IMAP(Protocol.IMAP, 143),
        POP3S(Protocol.POP3, 995),
        POP3(Protocol.POP3, 110),
        SMTPS(Protocol.SMTP, 465),
        SMTP(Protocol.SMTP, 587);

        private final Protocol protocol;
        private final int port;

        Scheme(Protocol protocol, int port) {
            this.protocol = protocol;
            this.port = port;
        }

        boolean isTls() {
            return name().endsWith("S");
        }
    }

    private ServerUrl() {}

    /**
     * Reads one.
     *
     * @param allowCleartext whether {@code security=none} is allowed
     * @throws IllegalArgumentException with a sentence that an operator understands, and without
     *     what may be a password
     */
    public static ServerEndpoint parse(String text, boolean allowCleartext) {
        URI uri = uri(text);
        Scheme scheme = scheme(uri);
        String authority = authority(uri);
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = host(hasPort ? authority.substring(0, colon) : authority);
        int port = hasPort ? port(authority.substring(colon + 1)) : scheme.port;
        return new ServerEndpoint(
                scheme.protocol, host, port, security(uri, scheme, allowCleartext));
    }

    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException _) {
            throw wrong("it is no URL"); // the exception's text may show a password
        }
    }

    private static Scheme scheme(URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
        for (Scheme known : Scheme.values()) {
            if (known.name().equalsIgnoreCase(scheme)) {
                return known;
            }
        }
        throw wrong("it begins with none of imaps, imap, pop3s, pop3, smtps, smtp");
    }

    private static String authority(URI uri) {
        String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
        if (authority.contains("@")) {
            throw wrong("it has a user name or a password in it, which do not belong there");
        }
        String path = Optional.ofNullable(uri.getPath()).orElse("");
        if (!path.isEmpty() && !path.equals("/")) {
            throw wrong("it goes on behind the host");
        }
        if (uri.getFragment() != null) {
            throw wrong("it has a # in it");
        }
        return authority;
    }

    private static String host(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.substring(1, host.length() - 1);
        }
        if (host.isEmpty() || host.contains(":")) {
            throw wrong("it has no host, or an IPv6 address without brackets");
        }
        return HostName.ascii(host).orElse(host);
    }

    private static int port(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() > 5) {
            throw wrong("its port is no number");
        }
        return Integer.parseInt(text);
    }

    private static Security security(URI uri, Scheme scheme, boolean allowCleartext) {
        Security security = named(uri, scheme);
        if (scheme.isTls() && security != Security.TLS) {
            throw wrong(scheme.name().toLowerCase(Locale.ROOT) + " always means TLS");
        }
        if (security == Security.NONE && !allowCleartext) {
            throw wrong(
                    "security=none sends passwords in the clear,"
                            + " which POSTROOM_ALLOW_CLEARTEXT must allow");
        }
        return security;
    }

    private static Security named(URI uri, Scheme scheme) {
        String query = Optional.ofNullable(uri.getQuery()).orElse("");
        return switch (query.toLowerCase(Locale.ROOT)) {
            case "" -> scheme.isTls() ? Security.TLS : Security.STARTTLS;
            case "security=tls" -> Security.TLS;
            case "security=starttls" -> Security.STARTTLS;
            case "security=none" -> Security.NONE;
            default ->
                    throw wrong(
                            "behind the ? only security= may stand, with tls, starttls or none");
        };
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("The mail server's URL is not usable: " + why);
    }
}
