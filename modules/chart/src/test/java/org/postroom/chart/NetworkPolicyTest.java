package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may reach Postroom, and whom it may reach. */
class NetworkPolicyTest {

    private static final Set<Integer> MAIL = Set.of(25, 110, 143, 465, 587, 993, 995);

    @Test
    void byDefaultOnlyNamesMailAndTheWebAreReached() {
        NetworkPolicySpec policy = policy("");

        assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(reached(policy)).isEqualTo(with(MAIL, 53, 80, 443));
        NetworkPolicyEgressRule names = rule(policy, 53);
        assertThat(names.getPorts())
                .extracting(NetworkPolicyPort::getProtocol)
                .containsExactly("UDP", "TCP");
        assertThat(names.getTo()).isNotEmpty();
    }

    @Test
    void withoutPicturesTheWebIsClosed() {
        assertThat(reached(policy("networkPolicy: {web: false}"))).isEqualTo(with(MAIL, 53));
    }

    @Test
    void theWebIsThatOfPublicAddresses() {
        assertThat(rule(policy(""), 443).getTo())
                .flatExtracting(to -> to.getIpBlock().getExcept())
                .contains("10.0.0.0/8", "169.254.0.0/16", "fe80::/10");
        assertThat(rule(policy("networkPolicy: {webTo: []}"), 443).getTo()).isEmpty();
    }

    @Test
    void theDatabaseIsReachedOnThePortsOfItsAddress() {
        assertThat(reached(policy(database("db.example.org/postroom")))).contains(5432);
        assertThat(reached(policy(database("db.example.org:6432/postroom"))))
                .contains(6432)
                .doesNotContain(5432);
        assertThat(reached(policy(database("a:5433,b,[fd00::1]:5434/x?sslmode=verify-full"))))
                .contains(5432, 5433, 5434);
        assertThat(reached(policy(database("[fd00::5435]/postroom"))))
                .contains(5432)
                .doesNotContain(5435);
    }

    @Test
    void theDatabaseMayBeNarrowedToAddresses() {
        NetworkPolicySpec policy =
                policy(
                        database("db:5432/x")
                                + "networkPolicy: {databaseTo: [{ipBlock: {cidr: 10.1.0.0/16}}]}");

        assertThat(rule(policy, 5432).getTo())
                .extracting(to -> to.getIpBlock().getCidr())
                .containsExactly("10.1.0.0/16");
    }

    @Test
    void mailServersOnOtherPortsAreReachedToo() {
        assertThat(
                        reached(
                                policy(
                                        """
                                        mail:
                                          imapUrl: imap://mail.example.org:1143?security=starttls
                                          pop3Url: pop3s://mail.example.org
                                          servers:
                                            - {domain: example.org, servers: ["imaps://a:1993", "pop3s://b:1995"]}
                                        """)))
                .contains(1143, 1993, 1995)
                .containsAll(MAIL);
    }

    @Test
    void healthAndMetricsAreForTheMonitoringOnly() {
        NetworkPolicySpec policy = policy("");

        assertThat(policy.getIngress()).hasSize(2);
        NetworkPolicyIngressRule management = opened(policy, "management");
        assertThat(management.getFrom())
                .extracting(from -> from.getNamespaceSelector().getMatchLabels())
                .containsExactly(java.util.Map.of("kubernetes.io/metadata.name", "monitoring"));
        assertThat(policy("networkPolicy: {monitoringFrom: []}").getIngress()).hasSize(1);
    }

    @Test
    void pagesMayBeNarrowedToTheProxyAndTheTestStillGetsThrough() {
        NetworkPolicySpec policy =
                policy("networkPolicy: {pagesFrom: [{namespaceSelector: {matchLabels: {a: b}}}]}");

        assertThat(opened(policy, "http").getFrom()).hasSize(2);
        assertThat(opened(policy, "http").getFrom().getLast().getPodSelector().getMatchLabels())
                .containsEntry("app.kubernetes.io/component", "test");
        assertThat(opened(policy(""), "http").getFrom()).isEmpty();
    }

    private static NetworkPolicySpec policy(String values) {
        return Chart.render(values).only(NetworkPolicy.class).getSpec();
    }

    private static String database(String hosts) {
        return "database: {url: 'jdbc:postgresql://" + hosts + "'}\n";
    }

    private static Set<Integer> reached(NetworkPolicySpec policy) {
        Set<Integer> ports = new TreeSet<>();
        policy.getEgress().stream()
                .flatMap(rule -> rule.getPorts().stream())
                .forEach(port -> ports.add(port.getPort().getIntVal()));
        return ports;
    }

    private static NetworkPolicyEgressRule rule(NetworkPolicySpec policy, int port) {
        return policy.getEgress().stream()
                .filter(
                        rule ->
                                rule.getPorts().stream()
                                        .anyMatch(each -> each.getPort().getIntVal() == port))
                .findFirst()
                .orElseThrow();
    }

    private static NetworkPolicyIngressRule opened(NetworkPolicySpec policy, String port) {
        List<NetworkPolicyIngressRule> rules =
                policy.getIngress().stream()
                        .filter(
                                rule ->
                                        rule.getPorts()
                                                .getFirst()
                                                .getPort()
                                                .getStrVal()
                                                .equals(port))
                        .toList();
        assertThat(rules).hasSize(1);
        return rules.getFirst();
    }

    private static Set<Integer> with(Set<Integer> ports, Integer... more) {
        Set<Integer> all = new TreeSet<>(ports);
        all.addAll(List.of(more));
        return all;
    }
}
