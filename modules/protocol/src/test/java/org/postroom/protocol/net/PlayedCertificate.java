package org.postroom.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * A server's certificate made for one test run, with its key.
 *
 * @param pem what to trust, in a file
 */
public record PlayedCertificate(SSLContext context, Path pem) {

    private static final String PASSWORD = "password";

    /**
     * Signed by itself, for these names, written as keytool wants them: {@code
     * dns:a.example,ip:127.0.0.1}.
     */
    public static PlayedCertificate of(Path folder, String names) {
        Path store = newStore(folder);
        keytool(store, "-genkeypair -keyalg EC -dname CN=server -validity 2 -ext san=" + names);
        keytool(store, "-exportcert -rfc -file " + beside(store, "pem"));
        return new PlayedCertificate(context(store), beside(store, "pem"));
    }

    /**
     * Signed by an authority, and out of date, which the authority is not: a certificate that is
     * trusted by itself is trusted whatever its date.
     */
    public static PlayedCertificate expired(Path folder, String names) {
        Path authority = newStore(folder);
        keytool(authority, "-genkeypair -keyalg EC -dname CN=authority -ext bc:c");
        Path root = beside(authority, "pem");
        keytool(authority, "-exportcert -rfc -file " + root);
        Path server = newStore(folder);
        Path request = beside(server, "request");
        Path answer = beside(server, "answer");
        keytool(server, "-genkeypair -keyalg EC -dname CN=server");
        keytool(server, "-certreq -file " + request);
        keytool(
                authority,
                "-gencert -startdate -10d -validity 1 -ext san=%s -infile %s -outfile %s"
                        .formatted(names, request, answer));
        keytool(server, "-importcert -noprompt -alias root -file " + root);
        keytool(server, "-importcert -noprompt -file " + answer);
        return new PlayedCertificate(context(server), root);
    }

    private static Path newStore(Path folder) {
        try {
            return Files.createTempDirectory(folder, "keys").resolve("store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path beside(Path store, String name) {
        return store.resolveSibling(name);
    }

    private static void keytool(Path store, String words) {
        try {
            Process process =
                    new ProcessBuilder(command(store, words)).redirectErrorStream(true).start();
            byte[] output = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).as(new String(output, StandardCharsets.UTF_8)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the alias that keytool takes when none is named. */
    private static List<String> command(Path store, String words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
        return command;
    }

    private static SSLContext context(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SSLServerSocketFactory listening() {
        return context.getServerSocketFactory();
    }

    public SSLSocketFactory upgrading() {
        return context.getSocketFactory();
    }
}
