package org.postroom.protocol.discovery;

import java.util.List;
import java.util.Optional;
import org.postroom.protocol.ServerEndpoint.Protocol;

/**
 * The servers for an address, all from one source.
 *
 * @param candidates IMAP before POP3 before SMTP; the preferred of each first
 */
public record MailServers(List<ServerCandidate> candidates) {

    /** Nobody knows any. */
    public static final MailServers NONE = new MailServers(List.of());

    public MailServers {
        candidates = List.copyOf(candidates);
    }

    public boolean isEmpty() {
        return candidates.isEmpty();
    }

    /** The preferred server of a protocol. */
    public Optional<ServerCandidate> first(Protocol protocol) {
        return of(protocol).stream().findFirst();
    }

    public List<ServerCandidate> of(Protocol protocol) {
        return candidates.stream().filter(c -> c.endpoint().protocol() == protocol).toList();
    }

    boolean canRead() {
        return candidates.stream().anyMatch(c -> c.endpoint().protocol() != Protocol.SMTP);
    }
}
