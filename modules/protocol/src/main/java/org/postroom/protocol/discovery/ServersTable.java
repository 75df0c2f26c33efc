package org.postroom.protocol.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.protocol.ServerEndpoint;

/** The operator's table of domains and their servers. */
public final class ServersTable {

    /** No domain at all. */
    public static final ServersTable EMPTY = new ServersTable(List.of());

    /**
     * A domain's servers.
     *
     * @param domain as people write it; kept as {@link HostName#ascii} gives it
     * @param aliases other domains with the same accounts: their people log in under {@code domain}
     * @param servers at least one that mail is read from, the preferred first
     */
    public record Entry(
            String domain, List<String> aliases, List<ServerEndpoint> servers, LoginPattern login) {

        public Entry {
            domain = name(domain);
            aliases = aliases.stream().map(Entry::name).toList();
            servers = List.copyOf(servers);
            if (servers.isEmpty()) {
                throw new IllegalArgumentException(
                        "The table of servers names no server for " + domain);
            }
        }

        private static String name(String domain) {
            return HostName.ascii(domain)
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "The table of servers has \""
                                                    + domain
                                                    + "\", which is no domain"));
        }

        /**
         * What the servers call the person: always under this domain, so that a person has one
         * account here.
         */
        String login(MailAddress address) {
            return login.of(address, domain);
        }
    }

    private final Map<String, Entry> byDomain = new HashMap<>();
    private final List<Entry> entries;

    /**
     * The table of these.
     *
     * @throws IllegalArgumentException with a sentence when a domain stands there twice
     */
    public ServersTable(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            add(entry.domain(), entry);
            entry.aliases().forEach(alias -> add(alias, entry));
        }
    }

    private void add(String domain, Entry entry) {
        if (byDomain.put(domain, entry) != null) {
            throw new IllegalArgumentException(
                    "The table of servers has the domain " + domain + " twice");
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    /** A bare login name is one of the only domain's, where there is but one. */
    Optional<Entry> find(MailAddress address) {
        if (address.domain().isEmpty()) {
            return entries.size() == 1 ? Optional.of(entries.getFirst()) : Optional.empty();
        }
        return address.domain().map(byDomain::get);
    }
}
