package org.postroom.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The data directory, the server and the secret of a Postroom that needs nothing else.
 *
 * @param secret the operator's secret that is kept in the data directory
 */
public record PrivateDatabase(DataDirectory directory, PrivatePostgres server, String secret)
        implements AutoCloseable {

    /** The folder that is used where the operator names none. */
    public static Path defaultFolder() {
        return ServerUser.thisProcessIsRoot() ? Path.of("/var/lib/postroom") : Path.of("data");
    }

    /**
     * Claims the folder and starts the server in it.
     *
     * @throws CannotStart with a sentence for the operator
     */
    public static PrivateDatabase start(Path folder, PrivatePostgres.Durability durability) {
        DataDirectory directory = DataDirectory.claim(folder);
        String secret = OwnSecret.readOrCreate(directory);
        return new PrivateDatabase(directory, PrivatePostgres.start(directory, durability), secret);
    }

    /** Ends the server, then gives the folder free. */
    @Override
    public void close() {
        server.close();
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "PrivateDatabase[" + directory.path() + "]";
    }
}
