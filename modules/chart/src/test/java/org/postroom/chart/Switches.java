package org.postroom.chart;

import java.util.Map;
import java.util.TreeMap;

/** Values that switch each part of the chart on, by what they are about. */
final class Switches {

    /** Everything that a replica can have beside an operator's database. */
    static final String EVERYTHING =
            Chart.DATABASE
                    + """
                      image:
                        repository: registry.example.org/postroom
                        digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                        pullSecrets: [{name: registry}]
                      autoscaling: {enabled: true, targetMemoryUtilizationPercentage: 80}
                      secret: {existingSecret: postroom-secret, previousKey: previous}
                      mail:
                        imapUrl: imaps://mail.example.org:10993
                        pop3Url: pop3s://mail.example.org
                        servers:
                          - domain: example.org
                            aliases: [example.net]
                            login: local-part
                            servers: ["imap://imap.example.org:1143?security=starttls"]
                        userServers: false
                        allowCleartext: true
                        allowPrivateAddresses: true
                        allowedDomains: [example.org, example.net]
                      shutdownDelay: 8s
                      publicUrl: https://webmail.example.org
                      trustedProxies: [10.0.0.0/8, "fd00::/8"]
                      extraCa: {pem: "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----"}
                      javaOptions: -Xmx400m
                      extraEnv: [{name: TZ, value: Europe/Berlin}]
                      service: {type: LoadBalancer, annotations: {a: b}}
                      serviceAccount: {annotations: {a: b}}
                      ingress:
                        enabled: true
                        className: nginx
                        annotations: {a: b}
                        hosts: [{host: webmail.example.org}]
                        tls: [{secretName: webmail-tls, hosts: [webmail.example.org]}]
                      httpRoute:
                        enabled: true
                        annotations: {a: b}
                        parentRefs: [{name: public, namespace: gateways, sectionName: https}]
                        hostnames: [webmail.example.org]
                      networkPolicy:
                        pagesFrom: [{namespaceSelector: {matchLabels: {a: b}}}]
                        databaseTo: [{ipBlock: {cidr: 10.1.0.0/16}}]
                        mailTo: [{ipBlock: {cidr: 192.0.2.0/24}}]
                        extraEgress: [{ports: [{port: 4317, protocol: TCP}]}]
                      serviceMonitor: {enabled: true, labels: {release: prometheus}}
                      dashboard: {enabled: true}
                      podAnnotations: {a: b}
                      podLabels: {a: b}
                      nodeSelector: {a: b}
                      tolerations: [{key: a, operator: Exists}]
                      affinity: {nodeAffinity: {}}
                      priorityClassName: high
                      runAs: {user: 1000650000, group: 1000650000}
                      """;

    private static final Map<String, String> ALL =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("nothing but the image", ""),
                            Map.entry("everything", EVERYTHING),
                            Map.entry("a database", Chart.DATABASE),
                            Map.entry("three replicas", Chart.DATABASE + "replicaCount: 3"),
                            Map.entry(
                                    "the user of the database in its Secret",
                                    "database: {url: 'jdbc:postgresql://db/postroom', existingSecret: db, userKey: user}"),
                            Map.entry(
                                    "a private database without a volume",
                                    "persistence: {enabled: false}"),
                            Map.entry(
                                    "a volume that is there", "persistence: {existingClaim: old}"),
                            Map.entry(
                                    "a storage class",
                                    "persistence: {storageClass: ssd, annotations: {a: b}}"),
                            Map.entry(
                                    "a secret of the operator's",
                                    "secret: {existingSecret: own, key: it}"),
                            Map.entry(
                                    "authorities in a ConfigMap",
                                    "extraCa: {existingConfigMap: authorities, key: all.pem}"),
                            Map.entry(
                                    "variables from elsewhere",
                                    "extraEnvFrom: [{configMapRef: {name: mail-postroom}}]"),
                            Map.entry(
                                    "users that the platform chooses",
                                    Chart.DATABASE + "runAs: {user: null, group: null}"),
                            Map.entry("no account of its own", "serviceAccount: {create: false}"),
                            Map.entry("no spreading", "topologySpread: {nodes: '', zones: ''}"),
                            Map.entry("hard spreading", "topologySpread: {nodes: DoNotSchedule}"),
                            Map.entry("no network policy", "networkPolicy: {enabled: false}"),
                            Map.entry(
                                    "an open network policy",
                                    "networkPolicy: {monitoringFrom: [], dnsTo: [], web: false}"),
                            Map.entry(
                                    "no budget",
                                    Chart.DATABASE
                                            + "replicaCount: 2\npodDisruptionBudget: {enabled: false}"),
                            Map.entry("no test", "tests: {enabled: false}"),
                            Map.entry(
                                    "other names",
                                    "nameOverride: post\nfullnameOverride: webmail")));

    private Switches() {}

    static Map<String, String> all() {
        return ALL;
    }
}
