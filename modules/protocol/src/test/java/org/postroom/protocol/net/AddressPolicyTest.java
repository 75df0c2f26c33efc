package org.postroom.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private static final AddressPolicy DISCOVERED = AddressPolicy.discovered(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.170",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "::8.8.8.8",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "64:ff9b:1:ffff::a00:1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:808:808::1",
                "3fff::1",
                "3fff:fff:ffff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fe80::1",
                "fe80::1%1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void anAddressThatIsNotPublicIsRefused(String address) {
        assertThat(DISCOVERED.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "191.255.255.255",
                "192.0.1.1",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "203.0.114.1",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2001:4860:4860::8888",
                "2001:200::1",
                "2003::1",
                "2606:4700:4700::1111",
                "2a00:1450:4001:80b::200e"
            })
    void aPublicAddressIsAllowed(String address) {
        assertThat(DISCOVERED.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {143, 993, 110, 995, 25, 465, 587})
    void thePortsOfMailAreAllowed(int port) {
        assertThatCode(() -> DISCOVERED.checkPort(port)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 80, 443, 3306, 5432, 6379, 8080, 9000, 11211, 65535})
    void otherPortsAreRefused(int port) {
        assertThatThrownBy(() -> DISCOVERED.checkPort(port))
                .isInstanceOf(AddressNotAllowedException.class);
    }

    @Test
    void autoconfigurationIsOnPort443Only() {
        AddressPolicy web = AddressPolicy.web(false);
        assertThatCode(() -> web.checkPort(443)).doesNotThrowAnyException();
        assertThatThrownBy(() -> web.checkPort(993)).isInstanceOf(AddressNotAllowedException.class);
        assertThat(web.allows(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
    }

    @Test
    void whatTheOperatorGaveIsAllowed() {
        AddressPolicy given = AddressPolicy.operatorGiven();
        assertThatCode(() -> given.checkPort(31143)).doesNotThrowAnyException();
        assertThat(given.allows(InetAddress.getLoopbackAddress())).isTrue();
    }

    @Test
    void whoAllowsPrivateAddressesAllowsEveryPortToo() {
        AddressPolicy home = AddressPolicy.discovered(true);
        assertThatCode(() -> home.checkPort(31143)).doesNotThrowAnyException();
        assertThat(home.allows(InetAddress.ofLiteral("192.168.1.2"))).isTrue();
    }

    @Test
    void onlyThePublicOnesOfSeveralAddressesAreKept() throws Exception {
        List<InetAddress> mixed =
                List.of(InetAddress.ofLiteral("10.0.0.1"), InetAddress.ofLiteral("8.8.8.8"));
        assertThat(DISCOVERED.allowedOf(mixed)).containsExactly(InetAddress.ofLiteral("8.8.8.8"));
    }
}
