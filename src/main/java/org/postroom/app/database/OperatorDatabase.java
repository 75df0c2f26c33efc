package org.postroom.app.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** The database that an operator gives: looked at once, so that a mistake is a sentence. */
public final class OperatorDatabase {

    private static final String SCHEME = "jdbc:postgresql:";
    private static final String TIMEOUT_SECONDS = "10";
    private static final int OLDEST = 15;
    private static final String OF_USE =
            """
            SELECT pg_is_in_recovery(),
                   coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
            """;

    private OperatorDatabase() {}

    /**
     * Signs in to the database, sees whether it is of use, and leaves.
     *
     * @throws CannotStart when the address is no PostgreSQL address, or nobody answers, or it
     *     refuses, is too old, is a standby, or lets nothing be made
     */
    public static DatabaseAccess check(DatabaseAccess access) {
        if (!access.url().startsWith(SCHEME)) {
            throw new CannotStart(
                    "POSTROOM_DB_URL must be the address of a PostgreSQL database, jdbc:postgresql://host:5432/name.");
        }
        try (Connection connection = new Driver().connect(access.url(), properties(access))) {
            if (connection == null) {
                throw new CannotStart(
                        "POSTROOM_DB_URL cannot be understood: it must read jdbc:postgresql://host:5432/name.");
            }
            mustBeOfUse(access, connection);
            return access;
        } catch (SQLException e) {
            throw new CannotStart(sentence(access, e), e);
        }
    }

    private static void mustBeOfUse(DatabaseAccess access, Connection connection)
            throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new CannotStart(
                    "The database %s is PostgreSQL %d, and Postroom needs %d or newer (POSTROOM_DB_URL)."
                            .formatted(address(access), version, OLDEST));
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OF_USE)) {
            row.next();
            mustBeWritable(access, row.getBoolean(1), row.getBoolean(2));
        }
    }

    private static void mustBeWritable(DatabaseAccess access, boolean standby, boolean maker) {
        if (standby) {
            throw new CannotStart(
                    "The database %s is a standby: name its primary, or all hosts and targetServerType=primary (POSTROOM_DB_URL)."
                            .formatted(address(access)));
        }
        if (!maker) {
            throw new CannotStart(
                    "The user %s may not make tables in the database %s (POSTROOM_DB_USER): grant it CREATE on its schema."
                            .formatted(access.user(), address(access)));
        }
    }

    private static Properties properties(DatabaseAccess access) {
        Properties properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
        return properties;
    }

    /** By the SQLSTATE; the driver's own words follow where they help. */
    private static String sentence(DatabaseAccess access, SQLException failure) {
        String url = address(access);
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28000", "28P01" ->
                    "The database %s refused the user or the password (POSTROOM_DB_USER, POSTROOM_DB_PASSWORD): %s"
                            .formatted(url, failure.getMessage());
            case "3D000" ->
                    "The database of POSTROOM_DB_URL does not exist on its server: " + url + ".";
            case "08001" ->
                    "The database %s cannot be reached (POSTROOM_DB_URL): %s"
                            .formatted(url, failure.getMessage());
            default ->
                    "What answers at %s is no PostgreSQL that lets Postroom in (POSTROOM_DB_URL): %s"
                            .formatted(url, failure.getMessage());
        };
    }

    /** Without what may follow it, such as a password. */
    private static String address(DatabaseAccess access) {
        return access.url().replaceFirst("\\?.*", "");
    }
}
