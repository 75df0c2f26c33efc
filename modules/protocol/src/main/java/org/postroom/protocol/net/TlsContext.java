package org.postroom.protocol.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS as we demand it: 1.2 at least, the certificate from an authority we trust, the name the one
 * asked for.
 */
final class TlsContext {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SSLContext context;

    /**
     * @param extraTrust certificates in PEM that are trusted beside the JDK's
     * @throws IllegalArgumentException when the file cannot be read or holds no certificate
     */
    TlsContext(Optional<Path> extraTrust) {
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, trusting(authorities(extraTrust)), null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "The extra certificates for mail servers cannot be read: "
                            + extraTrust.map(Path::toString).orElse("none are configured"),
                    e);
        }
    }

    /** TLS for the server of that name, over a connection that exists. */
    SSLSocket over(GuardedSocket wire, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(wire, host, port, true);
        socket.setUseClientMode(true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static KeyStore authorities(Optional<Path> extraTrust)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (TrustManager manager : trusting(null)) {
            if (manager instanceof X509TrustManager x509) {
                add(store, Arrays.asList(x509.getAcceptedIssuers()));
            }
        }
        if (extraTrust.isPresent()) {
            add(store, certificates(extraTrust.get()));
        }
        return store;
    }

    private static void add(KeyStore store, Collection<X509Certificate> certificates)
            throws GeneralSecurityException {
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
    }

    private static Collection<X509Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("No certificate in the file");
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        }
    }

    private static TrustManager[] trusting(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
