package org.postroom.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** The database that an operator gives: looked at once, so that a mistake is a sentence. */
public final class OperatorDatabase {

    private static final String SCHEME = "jdbc:postgresql:";
    private static final String TIMEOUT_SECONDS = "10";

    private OperatorDatabase() {}

    /**
     * Signs in to the database and leaves.
     *
     * @throws CannotStart when the address is no PostgreSQL address, or nobody answers, or it
     *     refuses
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
            return access;
        } catch (SQLException e) {
            throw new CannotStart(sentence(access, e), e);
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
        String url = access.url().replaceFirst("\\?.*", "");
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
}
