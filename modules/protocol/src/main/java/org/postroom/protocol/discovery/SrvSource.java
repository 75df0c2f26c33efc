package org.postroom.protocol.discovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;

/** What a domain says in DNS about its mail servers (RFC 6186, RFC 8314 §5.1). */
record SrvSource(SrvLookup dns) {

    private record Service(String name, Protocol protocol, Security security) {}

    private static final List<Service> SERVICES =
            List.of(
                    new Service("_imaps._tcp.", Protocol.IMAP, Security.TLS),
                    new Service("_imap._tcp.", Protocol.IMAP, Security.STARTTLS),
                    new Service("_pop3s._tcp.", Protocol.POP3, Security.TLS),
                    new Service("_pop3._tcp.", Protocol.POP3, Security.STARTTLS),
                    new Service("_submissions._tcp.", Protocol.SMTP, Security.TLS),
                    new Service("_submission._tcp.", Protocol.SMTP, Security.STARTTLS));

    private static final Comparator<SrvRecord> BEST_FIRST =
            Comparator.comparingInt(SrvRecord::priority)
                    .thenComparing(Comparator.comparingInt(SrvRecord::weight).reversed());

    List<FoundServer> find(String domain) throws IOException {
        List<FoundServer> found = new ArrayList<>();
        for (Service service : SERVICES) {
            dns.lookup(service.name() + domain).stream()
                    .sorted(BEST_FIRST)
                    .flatMap(record -> server(service, record).stream())
                    .forEach(found::add);
        }
        return found;
    }

    private static Optional<FoundServer> server(Service service, SrvRecord record) {
        if (record.target().equals(".") || record.port() < 1 || record.port() > 65535) {
            return Optional.empty();
        }
        return HostName.ascii(record.target())
                .map(
                        host ->
                                new FoundServer(
                                        new ServerEndpoint(
                                                service.protocol(),
                                                host,
                                                record.port(),
                                                service.security()),
                                        LoginPattern.ADDRESS));
    }
}
