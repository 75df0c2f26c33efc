package org.postroom.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * A program of its own for images without a shell and without curl: asks each address that it is
 * given, and ends with a failure unless all answer 200.
 */
public final class HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private HealthCheck() {}

    /**
     * Asks the addresses in turn.
     *
     * @throws IOException when one cannot be reached or has another answer; it ends the program
     *     with 1, and what it says is printed
     */
    public static void main(String... addresses) throws IOException {
        for (String address : addresses) {
            int status = ask(URI.create(address));
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException(address + " answered " + status);
            }
        }
    }

    /** Not java.net.http, which takes longer to start than its answer. */
    private static int ask(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setInstanceFollowRedirects(false);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
