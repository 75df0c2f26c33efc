package org.postroom.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What mail is moved to fails in the middle of the work: a full disk, a server that is gone. The
 * program stays, says so, and goes on by itself when it can.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StorageFaultsTest {

    private static final long SEED = 5;
    private static final int MESSAGES = 16;
    private static final long ROOM = 1 << 20;
    private static final Path LOG = Path.of("target", "soak-faults.log");

    @TempDir Path folder;

    @Test
    void whatDoesNotFitStaysInTheDropUntilThereIsRoom() {
        try (SmallDisk disk = SmallDisk.on(folder);
                SoakDatabase database = SoakDatabase.in(disk.folder());
                MovingMail mail = new MovingMail(database, SEED, LOG);
                DropProcess program = mail.program()) {
            move(mail, program);
            disk.fill(database, ROOM);
            mail.deliver(4 * MESSAGES);
            mail.await(() -> program.trouble().equals("STORAGE"));
            long left = mail.inDrop();

            disk.free(database);
            database.startAgain(); // without room for its own log it ends
            assertThat(left).isPositive();
            assertThat(mail.look().isWell()).as("%s", mail.look()).isTrue();
            assertAllIsMoved(mail, program);
        }
    }

    @Test
    void aDatabaseThatGoesAndComesBackLosesNothing() throws Exception {
        try (SoakDatabase database = SoakDatabase.in(Files.createDirectory(folder.resolve("d")));
                MovingMail mail = new MovingMail(database, SEED, LOG);
                DropProcess program = mail.program()) {
            move(mail, program);
            for (String step : List.of("TOP", "RETR", "DELE", "QUIT")) {
                mail.deliver(MESSAGES);
                mail.forgetCommands();
                mail.await(() -> mail.commands().contains(step));
                database.stopAtOnce();
                mail.await(() -> program.trouble().equals("STORAGE"));

                database.startAgain();
                assertThat(mail.look().isWell()).as("%s: %s", step, mail.look()).isTrue();
                assertAllIsMoved(mail, program);
            }
        }
    }

    private static void move(MovingMail mail, DropProcess program) {
        mail.deliver(MESSAGES);
        program.go();
        assertAllIsMoved(mail, program);
    }

    private static void assertAllIsMoved(MovingMail mail, DropProcess program) {
        mail.await(() -> mail.inDrop() == 0);
        mail.await(() -> program.trouble().equals("NONE"));
        assertThat(mail.look().isWell()).as("%s", mail.look()).isTrue();
        assertThat(mail.look().here()).isEqualTo(mail.look().expected());
    }
}
