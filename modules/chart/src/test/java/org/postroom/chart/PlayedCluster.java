package org.postroom.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * As much of an API server as Helm needs to install, upgrade and roll back: what it is told about
 * is remembered, read strictly, and fields that cannot change do not.
 */
final class PlayedCluster implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final PlayedResources resources = new PlayedResources();

    private PlayedCluster(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    /** A cluster without anything in it, on a free port of this machine. */
    static PlayedCluster start() {
        try {
            return new PlayedCluster(
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes this the cluster that Helm finds where a command names none. */
    void useByDefault() {
        try {
            Files.writeString(Path.of(System.getenv("KUBECONFIG")), kubeConfig());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String kubeConfig() {
        return """
        apiVersion: v1
        kind: Config
        current-context: played
        clusters: [{name: played, cluster: {server: "http://127.0.0.1:%d"}}]
        contexts: [{name: played, context: {cluster: played, user: somebody}}]
        users: [{name: somebody, user: {}}]
        """
                .formatted(server.getAddress().getPort());
    }

    /** What is there of a kind under a name. */
    Optional<JsonNode> find(String kind, String name) {
        return resources.find(kind, name);
    }

    /** A revision of the release, from the Secret in which Helm keeps it. */
    HelmRelease release(int revision) {
        String name = "sh.helm.release.v1." + Chart.RELEASE + ".v" + revision;
        JsonNode secret = find("Secret", name).orElseThrow(() -> new AssertionError(name));
        return HelmRelease.of(secret.at("/data/release").asText());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            PlayedResources.Answer answer = answerOrTrouble(exchange);
            byte[] body = MAPPER.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Helm shows what is wrong with the played cluster, too. */
    private PlayedResources.Answer answerOrTrouble(HttpExchange exchange) {
        try {
            return answerTo(exchange);
        } catch (IOException | RuntimeException e) {
            return PlayedResources.status(
                    500, "InternalError", exchange.getRequestURI() + ": " + e);
        }
    }

    private PlayedResources.Answer answerTo(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Map<String, ?>> known = PlayedDiscovery.answer(path);
        if (known.isPresent()) {
            return new PlayedResources.Answer(200, MAPPER.valueToTree(known.get()));
        }
        List<String> parts = List.of(path.substring(path.indexOf("/namespaces/") + 1).split("/"));
        String name = parts.size() > 3 ? parts.get(3) : "";
        return switch (exchange.getRequestMethod()) {
            case "GET" -> resources.read(parts.get(2), name, query(exchange));
            case "POST" -> resources.create(parts.get(2), body(exchange));
            case "PUT" -> resources.replace(parts.get(2), name, body(exchange));
            case "PATCH" -> resources.patch(parts.get(2), name, body(exchange));
            case "DELETE" -> resources.delete(parts.get(2), name);
            default -> throw new IOException(exchange.getRequestMethod());
        };
    }

    private static String query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null ? "" : query;
    }

    private static ObjectNode body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        return PackedSecret.isPacked(body)
                ? PackedSecret.unpack(body)
                : (ObjectNode) MAPPER.readTree(body);
    }
}
