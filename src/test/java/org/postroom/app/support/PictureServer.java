package org.postroom.app.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** A sender's web server, which counts who looks at its pictures. */
public final class PictureServer implements AutoCloseable {

    private record Answer(int status, Map<String, String> headers, byte[] body) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();

    public PictureServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Has a picture of this size; gives its URL. */
    public String picture(String path, String format, int width, int height) {
        return file(path, "image/" + format, drawn(format, width, height));
    }

    /** Has a file; gives its URL. */
    public String file(String path, String type, byte[] content) {
        answers.put(path, new Answer(200, Map.of("Content-Type", type), content));
        return url(path);
    }

    /** Leads elsewhere; gives the URL that does. */
    public String redirect(String path, String target) {
        answers.put(path, new Answer(302, Map.of("Location", target), new byte[0]));
        return url(path);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The paths that were asked for. */
    public List<String> requests() {
        return requests;
    }

    /** What came with each request. */
    public List<Headers> headers() {
        return headers;
    }

    /** A picture in one colour. */
    public static byte[] drawn(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestURI().toString());
            headers.add(exchange.getRequestHeaders());
            Answer answer =
                    answers.getOrDefault(
                            exchange.getRequestURI().getPath(),
                            new Answer(404, Map.of(), new byte[0]));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(
                    answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
