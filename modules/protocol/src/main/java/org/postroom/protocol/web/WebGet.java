package org.postroom.protocol.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.postroom.protocol.MailException;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.GuardedConnection;
import org.postroom.protocol.net.MailNetwork;

/**
 * Fetches a file over HTTPS, or HTTP where the rules have it, from checked addresses only. The
 * JDK's clients would look the name up once more and connect to what they find, so this speaks the
 * little of HTTP/1.1 (RFC 9112) that a GET needs. It sends no cookie and no referrer.
 */
public final class WebGet {

    private static final int MAX_REDIRECTS = 3;
    private static final int MAX_HEADER = 32 << 10;
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final MailNetwork network;
    private final AddressPolicy policy;
    private final WebRules rules;

    public WebGet(MailNetwork network, AddressPolicy policy, WebRules rules) {
        this.network = network;
        this.policy = policy;
        this.rules = rules;
    }

    /**
     * The last answer, after at most 3 redirects, each of which is checked anew.
     *
     * @throws IOException when it is too large or too slow (5 seconds), or redirected too often or
     *     to where we do not go
     * @throws MailException.ServerUnreachable when a name is unknown or its address not allowed
     */
    public WebReply fetch(URI first) throws IOException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        URI uri = first;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            WebReply reply = ask(uri, Duration.ofNanos(end - System.nanoTime()));
            Optional<String> location = reply.location();
            if (location.isEmpty()) {
                return reply;
            }
            uri = resolve(uri, location.get());
        }
        throw new IOException("Redirected more than " + MAX_REDIRECTS + " times");
    }

    private WebReply ask(URI uri, Duration atMost) throws IOException {
        if (!atMost.isPositive()) {
            throw new IOException("Redirected for too long");
        }
        try (GuardedConnection connection = prepare(uri)) {
            connection.budget().begin((long) rules.maxOctets() + MAX_HEADER, 0, atMost);
            try (Socket socket = connection.connect()) {
                socket.getOutputStream().write(request(uri).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                return WebReply.read(
                        new BufferedInputStream(socket.getInputStream()), rules.maxOctets());
            }
        }
    }

    private GuardedConnection prepare(URI uri) throws IOException {
        boolean plain = rules.plainToo() && "http".equalsIgnoreCase(uri.getScheme());
        if ((!plain && !"https".equalsIgnoreCase(uri.getScheme()))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null) {
            throw new IOException("Such a URL is not fetched");
        }
        int usual = plain ? 80 : 443;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return plain
                ? network.preparePlainWeb(uri.getHost(), port, policy)
                : network.prepareWeb(uri.getHost(), port, policy);
    }

    private String request(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "GET %s%s HTTP/1.1\r\nHost: %s\r\nUser-Agent: Postroom\r\nAccept: %s\r\nConnection: close\r\n\r\n"
                .formatted(path, query, uri.getRawAuthority(), rules.accept());
    }

    /** In ASCII: what a sender or a server wrote in other letters is escaped (RFC 3986 §2). */
    private static URI resolve(URI from, String location) throws IOException {
        try {
            return URI.create(from.resolve(new URI(location)).toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("Redirected to what is no URL", e);
        }
    }
}
