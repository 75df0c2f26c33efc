package org.postroom.protocol.discovery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.GuardedConnection;
import org.postroom.protocol.net.MailNetwork;

/**
 * Fetches a small file over HTTPS, from checked addresses only. The JDK's clients would look the
 * name up once more and connect to what they find, so this speaks the little of HTTP/1.1 (RFC 9112)
 * that a GET needs.
 */
final class HttpsGet {

    static final int MAX_OCTETS = 256 << 10;

    private static final int MAX_REDIRECTS = 3;
    private static final int MAX_HEADER = 32 << 10;
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final MailNetwork network;
    private final AddressPolicy policy;

    HttpsGet(MailNetwork network, AddressPolicy policy) {
        this.network = network;
        this.policy = policy;
    }

    /**
     * The file.
     *
     * @return empty when the server has none
     * @throws IOException when it is too large, or redirected too often or to where we do not go
     */
    Optional<byte[]> fetch(URI first) throws IOException {
        URI uri = first;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            HttpReply reply = ask(uri);
            Optional<String> location = reply.location();
            if (location.isEmpty()) {
                return reply.found();
            }
            uri = resolve(uri, location.get());
        }
        throw new IOException("Redirected more than " + MAX_REDIRECTS + " times");
    }

    private HttpReply ask(URI uri) throws IOException {
        if (!"https".equalsIgnoreCase(uri.getScheme())
                || uri.getHost() == null
                || uri.getRawUserInfo() != null) {
            throw new IOException("Only plain https URLs are fetched");
        }
        int port = uri.getPort() < 0 ? 443 : uri.getPort();
        try (GuardedConnection connection = network.prepareWeb(uri.getHost(), port, policy)) {
            connection.budget().begin(MAX_OCTETS + MAX_HEADER, 0, AT_MOST);
            try (Socket socket = connection.connect()) {
                socket.getOutputStream().write(request(uri).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                return HttpReply.read(new BufferedInputStream(socket.getInputStream()));
            }
        }
    }

    private static String request(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "GET %s%s HTTP/1.1\r\nHost: %s\r\nAccept: text/xml, application/xml\r\nConnection: close\r\n\r\n"
                .formatted(path, query, uri.getRawAuthority());
    }

    private static URI resolve(URI from, String location) throws IOException {
        try {
            return from.resolve(new URI(location));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("Redirected to what is no URL", e);
        }
    }
}
