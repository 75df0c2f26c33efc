package org.postroom.app.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A process that runs a private database until its input ends, or until it is killed. */
public final class HoldsADatabase {

    static final String READY = "ready";

    private HoldsADatabase() {}

    public static void main(String... arguments) throws IOException, SQLException {
        var database =
                PrivateDatabase.start(Path.of(arguments[0]), PrivatePostgres.Durability.NONE);
        try (var connection = Sql.connect(database.server().access());
                var statement = connection.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('mail')");
        }
        System.out.println(READY);
        System.in.readAllBytes();
        database.close();
    }
}
