package org.postroom.sessioncache.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.postroom.protocol.AccountId;

/**
 * What every key in the database begins with: 128 bits of a hash of the {@link AccountId}, so that
 * each replica knows it without asking, and an account's rows lie together.
 */
public final class AccountKey {

    private AccountKey() {}

    /** The key of an account; always the same for the same account. */
    public static UUID of(AccountId account) {
        byte[] octets =
                octets(
                        List.of(
                                account.protocol().name(),
                                account.host(),
                                Integer.toString(account.port()),
                                account.loginName()));
        ByteBuffer hash = ByteBuffer.wrap(Cryptography.sha256(octets));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** Texts as octets that no other list of texts has: each with its length before it. */
    static byte[] octets(List<String> texts) {
        List<byte[]> encoded =
                texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        int size = encoded.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
        ByteBuffer octets = ByteBuffer.allocate(size);
        encoded.forEach(text -> octets.putInt(text.length).put(text));
        return octets.array();
    }
}
