package org.postroom.sessioncache.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.UidSet;

/** Statements with bound parameters, within a transaction. */
public final class Sql {

    /** Reads a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A set of numbers, for a parameter {@code ?::int8multirange}. */
    record Ranges(UidSet uids) {
        private String text() {
            StringBuilder text = new StringBuilder("{");
            for (UidSet.Range range : uids.ranges()) {
                text.append(text.length() > 1 ? "," : "");
                text.append('[').append(range.first()).append(',').append(range.last()).append(']');
            }
            return text.append('}').toString();
        }
    }

    private static final Instant EARLIEST = Instant.parse("-4000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+200000-01-01T00:00:00Z");

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** All rows. */
    public <T> List<T> all(Reader<T> reader, String statement, @Nullable Object... parameters)
            throws SQLException {
        return all(reader, statement, java.util.Arrays.asList(parameters));
    }

    /** All rows. */
    public <T> List<T> all(
            Reader<T> reader, String statement, List<? extends @Nullable Object> parameters)
            throws SQLException {
        try (PreparedStatement prepared = prepared(statement, parameters);
                ResultSet rows = prepared.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    /** The first row. */
    public <T> Optional<T> first(Reader<T> reader, String statement, @Nullable Object... parameters)
            throws SQLException {
        return all(reader, statement, parameters).stream().findFirst();
    }

    /** How many rows were changed. */
    public int change(String statement, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement prepared =
                prepared(statement, java.util.Arrays.asList(parameters))) {
            return prepared.executeUpdate();
        }
    }

    /** The same statement for each of these, in one journey. */
    public void changeEach(
            String statement, Collection<? extends List<? extends @Nullable Object>> each)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (List<? extends @Nullable Object> parameters : each) {
                bind(prepared, parameters);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    private PreparedStatement prepared(
            String statement, List<? extends @Nullable Object> parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            bind(prepared, parameters);
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private void bind(PreparedStatement prepared, List<? extends @Nullable Object> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            bind(prepared, i + 1, parameters.get(i));
        }
    }

    private void bind(PreparedStatement prepared, int at, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case String text -> prepared.setString(at, storable(text));
            case Instant moment -> prepared.setObject(at, time(moment));
            // Its type is the server's to find out, once for the statement and not for each row.
            case Ranges ranges -> prepared.setObject(at, ranges.text(), Types.OTHER);
            case long[] numbers -> prepared.setArray(at, array("bigint", boxed(numbers)));
            case String[] texts -> prepared.setArray(at, array("text", storable(texts)));
            case Boolean[] flags -> prepared.setArray(at, array("boolean", flags));
            case Instant[] moments -> prepared.setArray(at, array("timestamptz", times(moments)));
            case null -> prepared.setObject(at, null);
            default -> prepared.setObject(at, value);
        }
    }

    private java.sql.Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private static Object[] boxed(long[] numbers) {
        return java.util.Arrays.stream(numbers).boxed().toArray();
    }

    private static Object[] times(Instant[] moments) {
        return java.util.Arrays.stream(moments).map(Sql::time).toArray();
    }

    private static String[] storable(String[] texts) {
        return java.util.Arrays.stream(texts).map(Sql::storable).toArray(String[]::new);
    }

    // The one character that PostgreSQL's texts cannot hold.
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private static OffsetDateTime time(Instant moment) {
        Instant bounded = moment.isBefore(EARLIEST) ? EARLIEST : moment;
        return (bounded.isAfter(LATEST) ? LATEST : bounded).atOffset(ZoneOffset.UTC);
    }
}
