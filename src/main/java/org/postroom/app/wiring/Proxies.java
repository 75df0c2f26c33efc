package org.postroom.app.wiring;

/** Tells Quarkus whose X-Forwarded headers are believed: those of the configured proxies only. */
final class Proxies {

    private static final String PREFIX = "quarkus.http.proxy.";

    private Proxies() {}

    static void trust(PostroomConfig config) {
        config.trustedProxies()
                .ifPresent(
                        proxies -> {
                            System.setProperty(PREFIX + "proxy-address-forwarding", "true");
                            System.setProperty(PREFIX + "allow-x-forwarded", "true");
                            System.setProperty(PREFIX + "enable-forwarded-host", "true");
                            System.setProperty(
                                    PREFIX + "trusted-proxies", String.join(",", proxies));
                        });
    }
}
