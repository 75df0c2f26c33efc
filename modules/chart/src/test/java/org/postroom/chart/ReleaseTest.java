package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Installed and upgraded by Helm in a cluster that refuses what a real one refuses. */
class ReleaseTest {

    private final PlayedCluster cluster = PlayedCluster.start();
    private final Chart chart = Chart.ofProject();

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void theGeneratedSecretStaysOverUpgrades() {
        chart.install(Chart.IMAGE + Chart.DATABASE, cluster);
        String generated = secret();
        chart.upgrade(Chart.IMAGE + Chart.DATABASE + "replicaCount: 3", cluster);

        assertThat(generated).hasSizeGreaterThan(64);
        assertThat(secret()).isEqualTo(generated);
        assertThat(replicas()).isEqualTo(3);
        assertThat(cluster.release(2).status()).isEqualTo("deployed");
    }

    private int replicas() {
        return cluster.find("Deployment", Chart.NAME).orElseThrow().at("/spec/replicas").asInt();
    }

    private String secret() {
        return cluster.find("Secret", Chart.NAME).orElseThrow().at("/data/secret").asText();
    }
}
