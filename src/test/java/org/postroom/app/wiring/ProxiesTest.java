package org.postroom.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private static final String PREFIX = "quarkus.http.proxy.";

    @AfterEach
    void forget() {
        System.clearProperty("postroom.trusted-proxies");
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith(PREFIX));
    }

    @Test
    void withoutProxiesNoForwardedHeaderIsBelieved() {
        Proxies.trust(CheckedConfig.read());
        assertThat(settings()).isEmpty();
    }

    @Test
    void onlyTheConfiguredProxiesAreBelieved() {
        System.setProperty("postroom.trusted-proxies", "192.0.2.1,10.0.0.0/8");
        Proxies.trust(CheckedConfig.read());
        assertThat(settings())
                .containsEntry(PREFIX + "trusted-proxies", "192.0.2.1,10.0.0.0/8")
                .containsEntry(PREFIX + "proxy-address-forwarding", "true");
    }

    private static Map<Object, Object> settings() {
        Map<Object, Object> settings = new HashMap<>(System.getProperties());
        settings.keySet().removeIf(key -> !key.toString().startsWith(PREFIX));
        return settings;
    }
}
