package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that cannot work are refused before anything is installed, by their name. */
class RefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicaCount: 2                                    | replicaCount: 2 replicas need",
                "autoscaling: {enabled: true}                       | autoscaling.enabled",
                "database: {user: postroom}                         | database.url: is empty",
                "database: {existingSecret: db}                     | database.url: is empty",
                "database: {url: 'jdbc:postgresql://h/d?password=x'}| database.url: holds a user or a password",
                "database: {url: 'jdbc:postgresql://u:p@h/d'}       | database.url: holds a user or a password",
                "runAs: {user: null}                                | runAs.user: Postroom's private PostgreSQL",
                "secret: {previousKey: old}                         | secret.previousKey",
                "shutdownDelay: 21s                                 | terminationGracePeriodSeconds: must be at least 41",
                "ingress: {enabled: true}                           | ingress.hosts",
                "httpRoute: {enabled: true}                         | httpRoute.parentRefs",
                "extraEnv: [{name: POSTROOM_SECRET, value: x}]      | extraEnv: POSTROOM_SECRET",
                "extraCa: {pem: '-----BEGIN CERTIFICATE-----', existingConfigMap: b} | extraCa",
            })
    void whatCannotWorkTogether(String values, String sentence) {
        isRefused(values, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicaCounts: 2                       | replicaCounts",
                "mail: {imapURL: 'imaps://a'}           | imapURL",
                "mail: {imapUrl: mail.example.org}      | imapUrl",
                "mail: {pop3Url: 'imaps://a'}           | pop3Url",
                "mail: {timeout: 30}                    | timeout",
                "mail: {servers: [{domain: a}]}         | servers",
                "mail: {servers: [{domain: a, server: [], servers: ['imaps://a']}]} | server",
                "image: {tag: latest}                   | tag",
                "image: {digest: abc}                   | digest",
                "replicaCount: 0                        | replicaCount",
                "replicaCount: '1'                      | replicaCount",
                "database: {url: 'postgres://h/d'}      | url",
                "database: {password: secret}           | password",
                "secret: {value: abc}                   | value",
                "terminationGracePeriodSeconds: 25      | terminationGracePeriodSeconds",
                "resources: {limits: {memory: null}}    | memory",
                "resources: {limits: {memory: plenty}}  | memory",
                "runAs: {user: 0}                       | user",
                "publicUrl: webmail.example.org         | publicUrl",
                "service: {type: ExternalName}          | type",
                "service: {port: 0}                     | port",
                "networkPolicy: {pagesFrom: [{namespace: a}]} | namespace",
                "networkPolicy: {mailPorts: []}         | mailPorts",
                "topologySpread: {nodes: Sometimes}     | nodes",
                "extraEnv: [{name: A, valu: b}]         | valu",
                "extraCa: {pem: not a certificate}      | pem",
            })
    void whatIsWrongByItself(String values, String name) {
        isRefused(values, name);
    }

    @Test
    void anImageMustBeNamed() {
        assertThatThrownBy(() -> Chart.ofProject().manifests(""))
                .hasMessageContaining("image.repository: name the image");
    }

    private static void isRefused(String values, String sentence) {
        String image = values.startsWith("image:") ? "" : Chart.IMAGE;
        assertThatThrownBy(() -> Chart.ofProject().manifests(image + values))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence);
    }
}
