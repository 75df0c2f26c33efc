package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the application reads and what the chart can set are the same. */
class ConfigurationTest {

    private static final Pattern VARIABLE = Pattern.compile("`(POSTROOM_[A-Z0-9_]+)`");
    private static final Pattern OPTION =
            Pattern.compile(
                    "(?:@WithName\\(\"([^\"]+)\"\\)\\s*)?(?:@With\\w+(?:\\([^)]*\\))?\\s*)*"
                            + "\\n    (?:Optional<.+>|\\w+) (\\w+)\\(\\);");

    /** Values that between them set everything that the chart can set. */
    private static final List<String> VALUES = List.of(Switches.EVERYTHING, "");

    @Test
    void theChartSetsEveryVariableOfTheReadmeAndNoOther() {
        Set<String> documented = new TreeSet<>();
        Repository.read("README.md")
                .lines()
                .filter(line -> line.startsWith("| `POSTROOM_"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> VARIABLE.matcher(cell).results().map(found -> found.group(1)))
                .forEach(documented::add);

        assertThat(documented).hasSizeGreaterThan(20);
        assertThat(variables()).isEqualTo(documented);
    }

    @Test
    void theChartSetsEveryOptionOfTheApplicationAndNoOther() {
        String source =
                Repository.read("src/main/java/org/postroom/app/wiring/PostroomConfig.java");
        Set<String> read = new TreeSet<>();
        Matcher option = OPTION.matcher(source);
        while (option.find()) {
            read.add(variable(option.group(1) == null ? option.group(2) : option.group(1)));
        }

        assertThat(read).hasSizeGreaterThan(20);
        assertThat(variables()).isEqualTo(read);
    }

    @Test
    void valuesBecomeTheVariablesThatTheyAreCalledAfter() {
        Map<String, String> set = Chart.render(Switches.EVERYTHING).environment();

        assertThat(set)
                .containsEntry("POSTROOM_IMAP_URL", "imaps://mail.example.org:10993")
                .containsEntry("POSTROOM_SERVERS_FILE", "/etc/postroom/servers/servers.yaml")
                .containsEntry("POSTROOM_USER_SERVERS", "false")
                .containsEntry("POSTROOM_ALLOW_CLEARTEXT", "true")
                .containsEntry("POSTROOM_ALLOWED_DOMAINS", "example.org,example.net")
                .containsEntry("POSTROOM_TRUST_STORE", "/etc/postroom/ca/ca.crt")
                .containsEntry("POSTROOM_DB_URL", "jdbc:postgresql://db.example.org:5432/postroom")
                .containsEntry("POSTROOM_DB_USER", "postroom")
                .containsEntry("POSTROOM_DB_PASSWORD", "postroom-database/password")
                .containsEntry("POSTROOM_SECRET", "postroom-secret/secret")
                .containsEntry("POSTROOM_SECRET_PREVIOUS", "postroom-secret/previous")
                .containsEntry("POSTROOM_TRUSTED_PROXIES", "10.0.0.0/8,fd00::/8")
                .containsEntry("JDK_JAVA_OPTIONS", "-Xmx400m")
                .containsEntry("TZ", "Europe/Berlin");
    }

    @Test
    void unsetValuesLeaveTheApplicationItsDefaults() {
        assertThat(Chart.render("").environment())
                .doesNotContainKeys(
                        "POSTROOM_IMAP_URL",
                        "POSTROOM_USER_SERVERS",
                        "POSTROOM_PUBLIC_URL",
                        "POSTROOM_SECRET")
                .containsEntry("POSTROOM_POP3_QUOTA", "2G")
                .containsEntry("POSTROOM_SIGNIN_LIMIT_PER_NETWORK", "30");
    }

    @Test
    void largeNumbersStayNumbers() {
        assertThat(
                        Chart.render(
                                        "mail: {pop3Quota: 2147483648}\n"
                                                + "signIn: {limitPerNetwork: 1000000}")
                                .environment())
                .containsEntry("POSTROOM_POP3_QUOTA", "2147483648")
                .containsEntry("POSTROOM_SIGNIN_LIMIT_PER_NETWORK", "1000000");
    }

    @Test
    void theTableOfServersIsTheFileThatTheApplicationReads() {
        Manifests manifests = Chart.render(Switches.EVERYTHING);
        var files = manifests.named(ConfigMap.class, Chart.NAME + "-servers").getData();

        assertThat(Yaml.map(files.getOrDefault("servers.yaml", "")))
                .isEqualTo(
                        Yaml.map(
                                """
                                domains:
                                  - domain: example.org
                                    aliases: [example.net]
                                    login: local-part
                                    servers: ["imap://imap.example.org:1143?security=starttls"]
                                """));
    }

    @Test
    void filesThatVariablesNameAreMounted() {
        Manifests manifests = Chart.render(Switches.EVERYTHING);
        Set<String> mounted =
                manifests.container().getVolumeMounts().stream()
                        .map(VolumeMount::getMountPath)
                        .collect(Collectors.toSet());

        assertThat(mounted).contains("/etc/postroom/servers", "/etc/postroom/ca", "/tmp");
        assertThat(Chart.render("").environment())
                .containsEntry("POSTROOM_DATA_DIR", "/var/lib/postroom");
        assertThat(Chart.render("").container().getVolumeMounts())
                .anyMatch(mount -> mount.getMountPath().equals("/var/lib/postroom"));
    }

    @Test
    void aChangedConfigurationStartsNewPods() {
        assertThat(annotations("mail: {timeout: 31s}"))
                .isNotEqualTo(annotations("mail: {timeout: 30s}"));
        assertThat(annotations("mail: {timeout: 30s}")).isEqualTo(annotations(""));
        assertThat(annotations("replicaCount: 1")).isEqualTo(annotations(""));
        assertThat(annotations("mail: {servers: [{domain: a, servers: ['imaps://a']}]}"))
                .isNotEqualTo(
                        annotations("mail: {servers: [{domain: b, servers: ['imaps://a']}]}"));
    }

    private static Map<String, String> annotations(String values) {
        return Chart.render(values)
                .deployment()
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations();
    }

    private static Set<String> variables() {
        Set<String> all = new TreeSet<>();
        for (String values : VALUES) {
            all.addAll(Chart.render(values).environment().keySet());
        }
        all.removeIf(name -> !name.startsWith("POSTROOM_"));
        return all;
    }

    private static String variable(String option) {
        return "POSTROOM_"
                + option.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }
}
