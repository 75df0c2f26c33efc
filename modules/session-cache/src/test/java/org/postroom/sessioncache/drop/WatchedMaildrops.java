package org.postroom.sessioncache.drop;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.Maildrop;
import org.postroom.protocol.Maildrops;
import org.postroom.protocol.ServerEndpoint;

/** Maildrops that nobody may ask while a database transaction is open. */
public record WatchedMaildrops(Maildrops maildrops) implements Maildrops {

    @Override
    public DropAnswer open(ServerEndpoint endpoint, Credentials credentials) {
        requireNoTransaction();
        return switch (maildrops.open(endpoint, credentials)) {
            case DropAnswer.Opened opened -> new DropAnswer.Opened(watched(opened.drop()));
            case DropAnswer other -> other;
        };
    }

    private static Maildrop watched(Maildrop drop) {
        return (Maildrop)
                Proxy.newProxyInstance(
                        Maildrop.class.getClassLoader(),
                        new Class<?>[] {Maildrop.class},
                        (_, method, arguments) -> {
                            requireNoTransaction();
                            try {
                                return method.invoke(drop, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static void requireNoTransaction() {
        if (QuarkusTransaction.isActive()) {
            throw new AssertionError("A maildrop is asked inside a transaction");
        }
    }
}
