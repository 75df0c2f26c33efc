package org.postroom.testing.server;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A certificate for {@code localhost} and {@code 127.0.0.1} that nobody trusts until told to.
 *
 * @param certificate PEM; also what a client must trust
 * @param key PEM, without a passphrase
 */
record SelfSignedCertificate(Path certificate, Path key) {
    static SelfSignedCertificate in(ServerFolder folder) {
        var pair =
                new SelfSignedCertificate(
                        folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        var request =
                ("openssl req -x509 -nodes -days 30 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1"
                                + " -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1")
                        .split(" ");
        var files = Stream.of("-keyout", pair.key.toString(), "-out", pair.certificate.toString());
        Commands.run(Stream.concat(Stream.of(request), files).toArray(String[]::new));
        return pair;
    }
}
