package org.postroom.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.RawReply;

/**
 * Every message that was ever put into the drop, by the SHA-256 of its octets, and where each of
 * them is now: read from the server by another program, and from the database by plain SQL.
 */
final class Ledger {

    private static final String CONTENTS =
            "SELECT c.account, c.upload FROM message m"
                    + " JOIN content c ON c.account = m.account AND c.id = m.content"
                    + " WHERE c.stored";
    private static final String CHUNKS =
            "SELECT octets FROM content_chunk WHERE account = ? AND upload = ? ORDER BY position";

    private final Set<String> expected = new LinkedHashSet<>();

    /**
     * Where the messages are.
     *
     * @param lost in neither place
     * @param doubled more than once in the database
     * @param foreign in the database with octets that nobody ever sent
     */
    record Whereabouts(int expected, int inDrop, int here, int lost, int doubled, int foreign) {
        boolean isWell() {
            return lost == 0 && doubled == 0 && foreign == 0;
        }
    }

    void add(byte[] message) {
        expected.add(HexFormat.of().formatHex(sha256().digest(message)));
    }

    Whereabouts look(DovecotServer server, MailUser user, SoakDatabase database) {
        Set<String> drop = drop(server, user); // first: what vanishes from it now must be here
        List<String> here = here(database);
        Set<String> known = new LinkedHashSet<>(here);
        int lost =
                (int)
                        expected.stream()
                                .filter(one -> !known.contains(one))
                                .filter(one -> !drop.contains(one))
                                .count();
        int foreign = (int) known.stream().filter(one -> !expected.contains(one)).count();
        return new Whereabouts(
                expected.size(),
                drop.size(),
                known.size(),
                lost,
                here.size() - known.size(),
                foreign);
    }

    private static Set<String> drop(DovecotServer server, MailUser user) {
        Set<String> hashes = new LinkedHashSet<>();
        try (RawImap imap = server.connect(user)) {
            imap.select("INBOX");
            for (long uid : imap.search("ALL")) {
                RawReply reply = imap.send("UID FETCH " + uid + " (BODY.PEEK[])").orThrow();
                if (!reply.untagged().isEmpty()) {
                    byte[] hash = sha256().digest(reply.firstLiteral());
                    hashes.add(HexFormat.of().formatHex(hash));
                }
            }
        }
        return hashes;
    }

    /** The hash of each message row's octets, computed anew from the chunks. */
    private static List<String> here(SoakDatabase database) {
        List<String> hashes = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement rows = connection.prepareStatement(CONTENTS);
                ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                hashes.add(hash(connection, row.getObject(1, UUID.class), row.getObject(2)));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return hashes;
    }

    private static String hash(Connection connection, UUID account, Object upload)
            throws SQLException, IOException {
        MessageDigest digest = sha256();
        try (PreparedStatement chunks = connection.prepareStatement(CHUNKS)) {
            chunks.setObject(1, account);
            chunks.setObject(2, upload);
            ResultSet chunk = chunks.executeQuery();
            while (chunk.next()) {
                try (InputStream octets = new DigestInputStream(chunk.getBinaryStream(1), digest)) {
                    octets.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
