package org.postroom.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ServerProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The program that is killed while its server runs. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(DovecotServer.start().certificate().getParent());
            System.in.read();
        }
    }

    @Test
    void aKilledJvmLeavesNeitherServerNorFolder() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Owner.class.getName());
        var owner = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var folder = Path.of(owner.inputReader().readLine());
        assertThat(folder).exists();

        owner.destroyForcibly().waitFor();

        var deadline = Instant.now().plus(PATIENCE);
        while (Files.exists(folder) && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(folder).doesNotExist();
        assertThat(ProcessHandle.allProcesses().map(it -> it.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains(folder.toString()));
    }
}
