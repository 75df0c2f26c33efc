package org.postroom.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.database.TestFolder;
import org.postroom.app.support.Visitor;
import org.postroom.testing.server.ScriptedImapServer;

/** What the operations guide says about backups and about the secret, done. */
class KeptProgramTest {

    private static final String OLD = "the old secret of an operator, 32 bytes";
    private static final String NEW = "the new secret of an operator, 32 bytes";

    private final Visitor reader = new Visitor();
    private final ScriptedImapServer mail = ScriptedImapServer.start();

    @AfterEach
    void stop() {
        mail.close();
    }

    @Test
    void whoWasSignedInStillIsAfterTheFolderCameBackFromABackup() throws Exception {
        Path folder = TestFolder.create();
        Path data = folder.resolve("postroom");
        Path backup = folder.resolve("backup");
        try (Program program = Program.startAlone(with("POSTROOM_DATA_DIR", data))) {
            signIn();
            program.terminate();
            assertThat(program.awaitEnd()).as(program.log()).isEqualTo(143);
        }
        run("cp", "-a", data, backup);
        run("rm", "-rf", data);
        run("cp", "-a", backup, data);
        try (Program program = Program.startAlone(with("POSTROOM_DATA_DIR", data))) {
            assertThat(isSignedIn()).isTrue();
            program.terminate();
            program.awaitEnd();
        }
        run("rm", "-rf", folder);
    }

    @Test
    void whoWasSignedInStillIsWhileTheSecretIsReplaced() throws IOException {
        try (Program _ = Program.start(with("POSTROOM_SECRET", OLD))) {
            signIn();
        }
        Map<String, String> both = Map.of("POSTROOM_SECRET", NEW, "POSTROOM_SECRET_PREVIOUS", OLD);
        Visitor later = new Visitor();
        try (Program _ = Program.start(with(both))) {
            assertThat(isSignedIn()).isTrue();
            assertThat(later.signIn("lou", "a password").status()).isEqualTo(200);
        }
        try (Program _ = Program.start(with("POSTROOM_SECRET", NEW))) {
            assertThat(isSignedIn()).isFalse();
            assertThat(later.raw("/mailbox").statusCode()).isEqualTo(200);
        }
    }

    private void signIn() {
        assertThat(reader.signIn("kim", "a password").status()).isEqualTo(200);
    }

    private boolean isSignedIn() {
        return reader.raw("/mailbox").statusCode() == 200;
    }

    private Map<String, String> with(String name, Object value) {
        return with(Map.of(name, value.toString()));
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("POSTROOM_IMAP_URL", "imap://127.0.0.1:" + mail.port() + "?security=none");
        all.put("POSTROOM_ALLOW_CLEARTEXT", "true");
        all.put("POSTROOM_SHUTDOWN_DELAY", "0s");
        return all;
    }

    private static void run(Object... command) throws IOException, InterruptedException {
        String[] words = Arrays.stream(command).map(Object::toString).toArray(String[]::new);
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
    }
}
