package org.postroom.protocol.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.Cache;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks the machine's own DNS servers, and keeps their answers as long as these say. */
public final class SystemSrvLookup implements SrvLookup {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_RECORDS = 20;

    private final Resolver resolver;
    private final Cache cache = new Cache();

    public SystemSrvLookup() {
        this(machines());
    }

    /** Asks this server. */
    SystemSrvLookup(InetSocketAddress server) {
        this(new SimpleResolver(server));
    }

    private SystemSrvLookup(Resolver resolver) {
        this.resolver = resolver;
        resolver.setTimeout(TIMEOUT);
    }

    private static Resolver machines() {
        ExtendedResolver machines = new ExtendedResolver();
        machines.setRetries(2);
        return machines;
    }

    @Override
    public List<SrvRecord> lookup(String name) throws IOException {
        Lookup lookup = new Lookup(Name.fromString(name, Name.root), Type.SRV);
        lookup.setResolver(resolver);
        lookup.setCache(cache);
        lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> records(lookup);
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> List.of();
            default -> throw new IOException("DNS does not answer: " + lookup.getErrorString());
        };
    }

    private static List<SrvRecord> records(Lookup lookup) {
        return Stream.of(lookup.getAnswers())
                .filter(SRVRecord.class::isInstance)
                .map(SRVRecord.class::cast)
                .limit(MAX_RECORDS)
                .map(SystemSrvLookup::record)
                .toList();
    }

    private static SrvRecord record(SRVRecord srv) {
        return new SrvRecord(
                srv.getPriority(), srv.getWeight(), srv.getPort(), srv.getTarget().toString());
    }
}
