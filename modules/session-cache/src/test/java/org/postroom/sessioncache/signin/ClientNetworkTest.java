package org.postroom.sessioncache.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "::ffff:203.0.113.77, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:0db8:0001:0002::/64",
        "::1, 0000:0000:0000:0000::/64"
    })
    void anAddressBelongsToItsNetwork(String address, String network) throws UnknownHostException {
        assertThat(ClientNetwork.of(InetAddress.getByName(address))).hasToString(network);
    }
}
