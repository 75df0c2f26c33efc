package org.postroom.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final List<String> PROXIES = List.of("127.0.0.1", "10.1.0.0/16", "fd00::/8");

    @Test
    void whoComesWithoutAProxyIsWhoTheyAre() {
        assertThat(client("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void whatAStrangerSaysAboutThemselvesCountsForNothing() {
        assertThat(client("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void whatTheClientPutBeforeTheProxysWordIsNotBelieved() {
        assertThat(client("127.0.0.1", "198.51.100.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("127.0.0.1", "198.51.100.1", "203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void severalTrustedProxiesAreLookedThrough() {
        assertThat(client("127.0.0.1", "198.51.100.1, 203.0.113.9, 10.1.2.3"))
                .isEqualTo("203.0.113.9");
        assertThat(client("127.0.0.1", "203.0.113.9, 10.2.2.3")).isEqualTo("10.2.2.3");
    }

    @Test
    void portsAndZonesDoNotMatter() {
        assertThat(client("127.0.0.1", "203.0.113.9:4711")).isEqualTo("203.0.113.9");
        assertThat(client("fd00::1%eth0", "[2001:db8::1]:4711")).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void whatIsNoAddressEndsTheSearch() {
        assertThat(client("127.0.0.1", "unknown")).isEqualTo("127.0.0.1");
        assertThat(client("127.0.0.1", "")).isEqualTo("127.0.0.1");
    }

    private static String client(String peer, String... forwarded) {
        return ClientAddress.of(peer, List.of(forwarded), PROXIES).getHostAddress();
    }
}
