package org.postroom.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * HAProxy before the replicas: each request goes to whichever comes next, nobody stays with one.
 */
final class Front implements AutoCloseable {

    private static final String CONFIGURATION =
            """
            global
              maxconn 1000
            defaults
              mode http
              timeout connect 2s
              timeout client 120s
              timeout server 120s
              timeout check 2s
              option redispatch 1
              retries 3
              retry-on conn-failure empty-response response-timeout
              option httpchk GET /q/health/ready
              default-server inter 500ms fall 2 rise 1
            frontend people
              bind 127.0.0.1:%d
              default_backend replicas
            backend replicas
              balance roundrobin
              # What only looks may be asked of another replica; what changes something never.
              http-request disable-l7-retry unless METH_GET
            %s
            """;

    private final int port = Ports.free();
    private final Child process;

    private Front(Folder folder, List<Replica> replicas) {
        String servers =
                replicas.stream()
                        .map(
                                replica ->
                                        "  server %s 127.0.0.1:%d check port %d"
                                                .formatted(
                                                        replica.name(),
                                                        replica.port(),
                                                        replica.managementPort()))
                        .collect(Collectors.joining("\n"));
        Path file = folder.write("haproxy.cfg", CONFIGURATION.formatted(port, servers));
        process =
                Child.start(
                        folder.path().resolve("haproxy.log"),
                        Map.of(),
                        List.of("/usr/sbin/haproxy", "-db", "-f", file.toString()));
    }

    static Front before(List<Replica> replicas, Folder folder) {
        Front front = new Front(folder, replicas);
        Ports.await("HAProxy in " + folder, () -> Ports.answers(front.port));
        return front;
    }

    /** Its address as browsers see it. */
    String address() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        process.kill();
    }
}
