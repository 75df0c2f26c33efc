package org.postroom.protocol.discovery;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postroom.protocol.MailException;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.discovery.ServerCandidate.Source;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.web.WebGet;

/**
 * Finds the servers of an address: in the operator's table, else the operator's defaults, else,
 * where that is allowed, by autoconfiguration, else in DNS. The first that knows any has the word;
 * the others are not mixed in, because a password that one server has refused goes to no other.
 */
public final class Discovery {

    private static final System.Logger LOG = System.getLogger(Discovery.class.getName());
    private static final int SECONDS = 8;
    private static final Comparator<FoundServer> IN_ORDER =
            Comparator.<FoundServer, Integer>comparing(s -> s.endpoint().protocol().ordinal())
                    .thenComparing(s -> s.endpoint().security().ordinal());

    private final DiscoverySettings settings;
    private final AutoconfigSource autoconfig;
    private final SrvSource srv;

    public Discovery(DiscoverySettings settings, MailNetwork network, SrvLookup dns) {
        this.settings = settings;
        this.autoconfig =
                new AutoconfigSource(
                        new WebGet(
                                network,
                                AddressPolicy.web(settings.allowPrivateAddresses()),
                                AutoconfigSource.RULES));
        this.srv = new SrvSource(dns);
    }

    /**
     * As {@link #find(MailAddress)}.
     *
     * @throws IllegalArgumentException with a sentence when it can be no address and no login name
     */
    public MailServers find(String typed) {
        return find(MailAddress.parse(typed));
    }

    /**
     * The servers of an address; none when nobody knows any. Takes up to 8 seconds when it has to
     * ask the network.
     */
    public MailServers find(MailAddress address) {
        Optional<ServersTable.Entry> entry = settings.table().find(address);
        if (entry.isPresent()) {
            return ofOperator(
                    entry.get().servers(), entry.get().login(address), Source.OPERATOR_TABLE);
        }
        if (!settings.defaults().isEmpty()) {
            return ofOperator(settings.defaults(), address.text(), Source.OPERATOR_DEFAULT);
        }
        return address.domain()
                .filter(domain -> settings.userServers() && domain.contains("."))
                .map(domain -> discover(domain, address))
                .orElse(MailServers.NONE);
    }

    /**
     * The server that a person typed in.
     *
     * @throws IllegalArgumentException with a sentence when the operator allows none, or none like
     *     it
     */
    public MailServers typed(MailAddress address, ServerEndpoint endpoint) {
        if (!settings.userServers() && !settings.isOperatorGiven(endpoint)) {
            throw new IllegalArgumentException("Servers cannot be typed in here");
        }
        if (!isAllowed(endpoint) && !settings.isOperatorGiven(endpoint)) {
            throw new IllegalArgumentException(
                    "This server cannot be used: a connection without encryption, or a port that is not one of mail");
        }
        return new MailServers(
                List.of(new ServerCandidate(endpoint, address.text(), Source.TYPED, false)));
    }

    private static MailServers ofOperator(
            List<ServerEndpoint> servers, String login, Source source) {
        return new MailServers(
                servers.stream()
                        .sorted(Comparator.comparing(ServerEndpoint::protocol))
                        .map(server -> new ServerCandidate(server, login, source, false))
                        .toList());
    }

    /** All are asked at once, so that the slowest decides how long it takes, and not their sum. */
    private MailServers discover(String domain, MailAddress address) {
        var host = ask(() -> autoconfig.atAutoconfigHost(domain, address));
        var wellKnown = ask(() -> autoconfig.atWellKnown(domain, address));
        var records = ask(() -> srv.find(domain));
        return Stream.of(
                        judged(host.join(), domain, address, Source.AUTOCONFIG),
                        judged(wellKnown.join(), domain, address, Source.AUTOCONFIG),
                        judged(records.join(), domain, address, Source.SRV))
                .filter(MailServers::canRead)
                .findFirst()
                .orElse(MailServers.NONE);
    }

    private interface Question {
        List<FoundServer> ask() throws IOException;
    }

    private static CompletableFuture<List<FoundServer>> ask(Question question) {
        return CompletableFuture.supplyAsync(() -> answer(question), Thread::startVirtualThread)
                .completeOnTimeout(List.of(), SECONDS, TimeUnit.SECONDS);
    }

    /** A source that fails knows nothing: that is how most domains are. */
    private static List<FoundServer> answer(Question question) {
        try {
            return question.ask();
        } catch (IOException | MailException e) {
            LOG.log(System.Logger.Level.DEBUG, "A source of servers does not answer", e);
            return List.of();
        }
    }

    private MailServers judged(
            List<FoundServer> found, String domain, MailAddress address, Source source) {
        return new MailServers(
                found.stream()
                        .filter(server -> isAllowed(server.endpoint()))
                        .sorted(IN_ORDER)
                        .map(server -> candidate(server, domain, address, source))
                        .distinct()
                        .toList());
    }

    private boolean isAllowed(ServerEndpoint endpoint) {
        return (endpoint.security() != Security.NONE || settings.allowCleartext())
                && AddressPolicy.discovered(settings.allowPrivateAddresses())
                        .allowsPort(endpoint.port());
    }

    private static ServerCandidate candidate(
            FoundServer server, String domain, MailAddress address, Source source) {
        boolean elsewhere = !HostName.isWithin(server.endpoint().host(), domain);
        return new ServerCandidate(
                server.endpoint(), server.login().of(address), source, elsewhere);
    }
}
