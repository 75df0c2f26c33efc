package org.postroom.app.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.postroom.testing.server.CountingProxy;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.SharedServers;

/**
 * The mail server of all tests of pages: a real Dovecot, with a proxy before it that counts and
 * breaks.
 */
public final class MailServers implements QuarkusTestResourceLifecycleManager {

    private static final DovecotServer DOVECOT = SharedServers.dovecot();
    private static final CountingProxy PROXY = CountingProxy.before(DOVECOT.imapPort());

    /** The server itself. */
    public static DovecotServer dovecot() {
        return DOVECOT;
    }

    /** What stands between the application and the server. */
    public static CountingProxy proxy() {
        return PROXY;
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "postroom.imap-url", "imap://127.0.0.1:" + PROXY.port() + "?security=none",
                "postroom.allow-cleartext", "true",
                "postroom.user-servers", "true",
                "postroom.allow-private-addresses", "true",
                "postroom.mail-timeout", "5s",
                "postroom.signin-limit-per-network", "0",
                "postroom.signin-failures-per-account", "5");
    }

    @Override
    public void stop() {
        PROXY.resume();
        PROXY.accept();
    }
}
