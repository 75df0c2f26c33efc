package org.postroom.testing.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Servers that all tests of one JVM share: started when first asked for, ended with the JVM; take a
 * new user each.
 */
public final class SharedServers {
    private static final Map<DovecotOptions, DovecotServer> DOVECOTS = new ConcurrentHashMap<>();

    private static final Map<CyrusOptions, CyrusServer> CYRUSES = new ConcurrentHashMap<>();

    private SharedServers() {}

    /** Dovecot with slashes. */
    public static DovecotServer dovecot() {
        return dovecot(DovecotOptions.STANDARD);
    }

    /** Dovecot of this arrangement. */
    public static DovecotServer dovecot(DovecotOptions options) {
        return DOVECOTS.computeIfAbsent(options, DovecotServer::start);
    }

    /** Cyrus with slashes. */
    public static CyrusServer cyrus() {
        return cyrus(CyrusOptions.STANDARD);
    }

    /** Cyrus of this arrangement. */
    public static CyrusServer cyrus(CyrusOptions options) {
        return CYRUSES.computeIfAbsent(options, CyrusServer::start);
    }

    /** GreenMail. */
    public static GreenMailServer greenMail() {
        return GreenMailHolder.ONLY;
    }

    private static final class GreenMailHolder {
        private static final GreenMailServer ONLY = GreenMailServer.start();
    }
}
