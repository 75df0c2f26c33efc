package org.postroom.app.support;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
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
    private static final CountingProxy DROPS = CountingProxy.beforePop3(DOVECOT.pop3Port());

    /** The server itself. */
    public static DovecotServer dovecot() {
        return DOVECOT;
    }

    /** What stands between the application and the server. */
    public static CountingProxy proxy() {
        return PROXY;
    }

    /** What stands between the application and the server's maildrops. */
    public static CountingProxy drops() {
        return DROPS;
    }

    /** Where the application finds maildrops. */
    static ServerEndpoint pop3() {
        return new ServerEndpoint(Protocol.POP3, "127.0.0.1", DROPS.port(), Security.NONE);
    }

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                entry("postroom.imap-url", "imap://127.0.0.1:" + PROXY.port() + "?security=none"),
                entry("postroom.pop3-url", "pop3://127.0.0.1:" + DROPS.port() + "?security=none"),
                entry("postroom.pop3-poll", "5s"),
                entry("postroom.trust-store", DOVECOT.certificate().toString()),
                entry("postroom.allow-cleartext", "true"),
                entry("postroom.user-servers", "true"),
                entry("postroom.allow-private-addresses", "true"),
                entry("postroom.mail-timeout", "5s"),
                entry("postroom.signin-limit-per-network", "0"),
                entry("postroom.signin-failures-per-account", "5"),
                // Searches with script go on after each mailbox.
                entry("search.part-time", "0s"));
    }

    @Override
    public void stop() {
        PROXY.resume();
        PROXY.accept();
        DROPS.resume();
        DROPS.accept();
    }
}
