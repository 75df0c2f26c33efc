package org.postroom.soak;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.sessioncache.connection.StoreLeases;
import org.postroom.sessioncache.drop.DropMode;
import org.postroom.sessioncache.drop.DropState;
import org.postroom.sessioncache.drop.DropTrouble;
import org.postroom.sessioncache.drop.Drops;
import org.postroom.sessioncache.signin.AcceptedSignIn;
import org.postroom.sessioncache.signin.Sessions;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * Signs in to one maildrop and moves all of its mail into the database, until its input ends or it
 * is killed. It says READY when it may be told GO, SIGNED-IN when it is, and to every further line
 * what TROUBLE it has.
 */
@QuarkusMain
public final class DropMain implements QuarkusApplication {

    private final StoreLeases leases;
    private final Sessions sessions;
    private final Drops drops;

    DropMain(StoreLeases leases, Sessions sessions, Drops drops) {
        this.leases = leases;
        this.sessions = sessions;
        this.drops = drops;
    }

    /** Starts it. */
    public static void main(String... arguments) {
        Quarkus.run(DropMain.class, arguments);
    }

    @Override
    public int run(String... arguments) throws IOException {
        PrintStream out = System.out;
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println("READY");
        if (in.readLine() != null) {
            SignedInSession session = signIn();
            drops.setMode(session, new DropMode.DeleteAfter(0));
            out.println("SIGNED-IN");
            while (in.readLine() != null) {
                out.println("TROUBLE " + trouble(session));
            }
        }
        return 0;
    }

    private String trouble(SignedInSession session) {
        try {
            return drops.state(session)
                    .flatMap(DropState::trouble)
                    .map(DropTrouble::name)
                    .orElse("NONE");
        } catch (StorageFailed _) {
            return DropTrouble.STORAGE.name(); // it cannot be written down, but seen
        }
    }

    private SignedInSession signIn() {
        ServerEndpoint endpoint =
                new ServerEndpoint(
                        Protocol.POP3,
                        "127.0.0.1",
                        Integer.getInteger("org.postroom.soak.port"),
                        Security.NONE);
        String login = System.getProperty("org.postroom.soak.login");
        Credentials credentials =
                new Credentials.Password(login, System.getProperty("org.postroom.soak.password"));
        MailStore store = leases.open(endpoint, credentials);
        SignedInSession session =
                sessions.open(
                                new AcceptedSignIn(
                                        store.account(), endpoint, true, credentials, login, false))
                        .session();
        leases.adopt(session, store);
        return session;
    }
}
