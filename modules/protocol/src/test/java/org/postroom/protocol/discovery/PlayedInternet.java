package org.postroom.protocol.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.PlayedCertificate;
import org.postroom.protocol.net.PlayedServer;
import org.postroom.protocol.net.Timeouts;

/** Names, web servers and DNS records, all on the loopback. */
final class PlayedInternet implements AutoCloseable {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("8.8.8.8");

    private final PlayedServer server;
    private final PlayedCertificate certificate;
    private final Map<String, InetAddress> hosts = new ConcurrentHashMap<>();
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final Map<String, List<SrvRecord>> records = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    PlayedInternet(PlayedCertificate certificate) throws IOException {
        this.certificate = certificate;
        this.server = PlayedServer.on(certificate.listening(), this::answer);
    }

    static PlayedCertificate certificate(Path folder) {
        return PlayedCertificate.of(
                folder, "dns:example.net,dns:*.example.net,dns:www.provider.example");
    }

    void host(String name, String address) {
        hosts.put(name, InetAddress.ofLiteral(address));
    }

    /** A file at a URL, without {@code https://} and query. */
    void file(String url, String xml) {
        reply(url, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(xml.length(), xml));
    }

    void redirect(String url, String target) {
        reply(url, "HTTP/1.1 302 Found\r\nLocation: " + target + "\r\n\r\n");
    }

    void reply(String url, String reply) {
        hosts.putIfAbsent(url.substring(0, url.indexOf('/')), PUBLIC);
        replies.put(url, reply);
    }

    void srv(String name, SrvRecord... found) {
        records.put(name, List.of(found));
    }

    /** What was asked for: host, path and query. */
    List<String> requests() {
        return requests;
    }

    SrvLookup dns() {
        return name -> records.getOrDefault(name, List.of());
    }

    MailNetwork network() {
        return new MailNetwork(
                Timeouts.DEFAULT,
                Optional.of(certificate.pem()),
                this::resolve,
                address -> new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        InetAddress address = hosts.get(host);
        if (address == null) {
            throw new UnknownHostException("no such host");
        }
        return List.of(address);
    }

    private void answer(Socket socket) throws IOException {
        String path = PlayedServer.hear(socket).split(" ")[1];
        String host = "";
        String header = PlayedServer.hear(socket);
        while (!header.isEmpty()) {
            host = header.startsWith("Host: ") ? header.substring(6) : host;
            header = PlayedServer.hear(socket);
        }
        requests.add(host + path);
        String reply = replies.get(host + path.replaceFirst("\\?.*", ""));
        PlayedServer.say(socket, reply == null ? "HTTP/1.1 404 Not Found\r\n\r\n" : reply);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
