package org.postroom.sessioncache.connection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.Credentials.BearerToken;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * Who may share a connection: only sessions of one account, at one endpoint, with the same
 * credentials, which the server has accepted on it.
 *
 * @param credentials their HMAC under a key that only this process knows; no secret
 */
record PoolKey(AccountId account, ServerEndpoint endpoint, String credentials) {

    private static final SecretKeySpec KEY = newKey();

    static PoolKey of(SignedInSession session) {
        return new PoolKey(session.account(), session.endpoint(), hmac(session.credentials()));
    }

    private static String hmac(Credentials credentials) {
        String text =
                switch (credentials) {
                    case Password password -> "password\n" + password.password();
                    case BearerToken token -> "token\n" + token.token();
                };
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(KEY);
            mac.update((credentials.loginName() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, "HmacSHA256");
    }
}
