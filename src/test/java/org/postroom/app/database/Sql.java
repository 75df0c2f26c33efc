package org.postroom.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A plain connection, for tests without Quarkus. */
final class Sql {

    private Sql() {}

    static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    static String ask(DatabaseAccess access, String query) throws SQLException {
        try (var connection = connect(access);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
