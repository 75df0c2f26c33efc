package org.postroom.app.database;

import java.io.IOException;
import java.nio.file.Path;

/** A database of one test's own, which may be ended at any time. */
public final class DatabaseForProgram implements AutoCloseable {

    private final Path folder;
    private final PrivateDatabase database;
    private boolean over;

    private DatabaseForProgram(Path folder) {
        this.folder = folder;
        database = PrivateDatabase.start(folder, PrivatePostgres.Durability.NONE);
    }

    public static DatabaseForProgram start() throws IOException {
        return new DatabaseForProgram(TestFolder.create());
    }

    public DatabaseAccess access() {
        return database.server().access();
    }

    @Override
    public void close() throws IOException {
        if (!over) {
            over = true;
            database.close();
            PostgresBinaries.delete(folder);
        }
    }
}
