package org.postroom.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data directories for tests: below /tmp, and open to the user that the server runs as. */
public final class TestFolder {

    private TestFolder() {}

    public static Path create() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "postroom-test-");
        OwnerOnly.letOthersPass(folder, true);
        return folder;
    }
}
