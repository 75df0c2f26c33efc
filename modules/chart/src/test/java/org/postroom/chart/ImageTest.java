package org.postroom.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the Dockerfile is held to, and that chart, Jib and Dockerfile speak of one image. */
class ImageTest {

    private static final List<String> INSTRUCTIONS =
            Repository.read("src/main/docker/Dockerfile")
                    .replaceAll("(?m)^#.*\\n", "")
                    .replaceAll("\\s*\\\\\\n\\s*", " ")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();

    @Test
    void everyStageStandsOnOnePinnedRuntime() {
        assertThat(argument("RUNTIME"))
                .matches("docker\\.io/library/eclipse-temurin:25[0-9._]+-jre-[a-z]+(@sha256:.+)?");
        assertThat(instructions("FROM"))
                .allMatch(from -> from.startsWith("${RUNTIME}") || from.startsWith("plain"));
        assertThat(INSTRUCTIONS).noneMatch(line -> line.contains("latest"));
    }

    @Test
    void theUserIsANumberAndTheOneOfTheChart() {
        var security = Chart.render("").pod().getSecurityContext();

        assertThat(instructions("USER").getFirst())
                .isEqualTo(security.getRunAsUser() + ":" + security.getRunAsGroup());
        assertThat(stage("plain")).filteredOn(line -> line.startsWith("USER")).hasSize(1);
        assertThat(lastStage()).noneMatch(line -> line.startsWith("USER"));
    }

    @Test
    void nothingThatRunsNeedsAShell() {
        assertThat(instructions("ENTRYPOINT")).isNotEmpty().allMatch(each -> each.startsWith("["));
        assertThat(instructions("HEALTHCHECK")).hasSize(1).allMatch(each -> each.contains("CMD ["));
        assertThat(instructions("CMD")).isEmpty();
    }

    @Test
    void whatChangesRarelyComesFirst() {
        assertThat(stage("plain"))
                .filteredOn(line -> line.startsWith("COPY"))
                .containsExactly(
                        "COPY --from=layers /layers/postgres/ /opt/postroom/",
                        "COPY --from=layers /layers/all/ /opt/postroom/",
                        "COPY --from=layers /layers/ours/ /opt/postroom/");
        assertThat(lastStage().getFirst())
                .isEqualTo("COPY --from=archive /opt/postroom/app.aot /opt/postroom/app.aot");
    }

    @Test
    void nobodyAddsFromElsewhereOrPutsASecretIn() {
        assertThat(instructions("ADD")).isEmpty();
        assertThat(instructions("ARG"))
                .extracting(each -> each.replaceFirst("=.*", ""))
                .containsExactlyInAnyOrder("RUNTIME", "TARGETARCH");
        assertThat(instructions("ENV")).noneMatch(each -> each.matches(".*(SECRET|PASSWORD).*"));
        assertThat(INSTRUCTIONS).noneMatch(line -> line.matches(".*\\b(curl|wget|apt-get)\\b.*"));
    }

    @Test
    void theImageSaysWhatItIs() {
        assertThat(instructions("LABEL").getFirst())
                .contains(
                        "org.opencontainers.image.title=\"Postroom\"",
                        "org.opencontainers.image.licenses=\"Apache-2.0\"",
                        "org.opencontainers.image.version=\""
                                + Yaml.map(Repository.read("helm/Chart.yaml")).get("appVersion")
                                + "\"");
        assertThat(instructions("EXPOSE")).containsExactly("8080 9000");
    }

    @Test
    void theTestOfTheChartFindsItsClassInTheImage() {
        List<String> command =
                Chart.render("").only(Pod.class).getSpec().getContainers().getFirst().getCommand();

        assertThat(instructions("HEALTHCHECK").getFirst())
                .contains("\"" + String.join("\", \"", command.subList(0, 5)) + "\"");
        assertThat(Repository.file("src/main/java/org/postroom/app/HealthCheck.java")).exists();
    }

    @Test
    void onlyThePackagedApplicationGoesToTheBuilder() {
        assertThat(
                        Repository.read("src/main/docker/Dockerfile.dockerignore")
                                .lines()
                                .filter(line -> !line.startsWith("#")))
                .containsExactly("*", "!src/target/quarkus-app");
    }

    @Test
    void jibMakesTheSameImage() {
        String profile = Repository.read("src/pom.xml");

        assertThat(profile)
                .contains("<quarkus.jib.base-jvm-image>" + argument("RUNTIME") + "<")
                .contains("<quarkus.jib.working-directory>/opt/postroom<")
                .contains("<quarkus.jib.user>" + instructions("USER").getFirst() + "<");
    }

    private static String argument(String name) {
        Matcher argument =
                Pattern.compile(name + "=(.*)").matcher(String.join("\n", instructions("ARG")));
        assertThat(argument.find()).isTrue();
        return argument.group(1);
    }

    private static List<String> instructions(String name) {
        return INSTRUCTIONS.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    /** The instructions of a named stage, without its FROM. */
    private static List<String> stage(String name) {
        return INSTRUCTIONS.stream()
                .dropWhile(line -> !line.endsWith(" AS " + name))
                .skip(1)
                .takeWhile(line -> !line.startsWith("FROM "))
                .toList();
    }

    private static List<String> lastStage() {
        int last = 0;
        for (int i = 0; i < INSTRUCTIONS.size(); i++) {
            last = INSTRUCTIONS.get(i).startsWith("FROM ") ? i : last;
        }
        return INSTRUCTIONS.subList(last + 1, INSTRUCTIONS.size());
    }
}
