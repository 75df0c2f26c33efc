package org.postroom.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.soak.KillRun.Kill;

/** A program that downloads and deletes is killed at random moments, and nothing is ever lost. */
class DropKillsTest {

    private static final int KILLS = Integer.getInteger("org.postroom.soak.kills", 20);
    private static final long SEED = 4;
    private static final Path FOLDER = Path.of("target", "soak");

    @Test
    void aKilledProgramNeitherLosesNorDoublesAMessage() throws Exception {
        Files.createDirectories(FOLDER);
        List<Kill> kills = new ArrayList<>();
        try (KillRun run = new KillRun(SEED, FOLDER.resolve("program.log"))) {
            int commands = run.undisturbed();
            for (int i = 0; i < KILLS; i++) {
                Kill kill = run.kill(commands);
                kills.add(kill);
                assertThat(kill.after().isWell()).as("%d: %s", i, kill).isTrue();
            }
            run.finish();
            assertThat(run.look().isWell()).as("%s", run.look()).isTrue();
            assertThat(run.look().here()).isEqualTo(run.look().expected());
        } finally {
            KillTable.write(kills, FOLDER.resolve("pop3.md"));
        }
    }
}
