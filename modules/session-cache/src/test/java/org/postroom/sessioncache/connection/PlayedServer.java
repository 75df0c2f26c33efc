package org.postroom.sessioncache.connection;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.MoveResult;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/**
 * A mail server that lets in who is in its list, and writes down what happens to its connections.
 */
final class PlayedServer implements MailStoreFactory {

    /** What it answers to the next ones who connect; then it lets people in. */
    final Queue<MailException> nextAnswers = new ConcurrentLinkedQueue<>();

    /** What goes wrong in the next commands; then they work. */
    final Queue<RuntimeException> nextFailures = new ConcurrentLinkedQueue<>();

    final List<Connection> connections = new CopyOnWriteArrayList<>();
    final AtomicInteger openNow = new AtomicInteger();
    final AtomicInteger openAtMost = new AtomicInteger();

    @Override
    public MailStore open(ServerEndpoint endpoint, Credentials credentials) {
        MailException answer = nextAnswers.poll();
        if (answer != null) {
            throw answer;
        }
        if (credentials instanceof Password password && password.password().startsWith("wrong")) {
            throw new AuthenticationFailed("No such password", null);
        }
        openAtMost.accumulateAndGet(openNow.incrementAndGet(), Math::max);
        Connection connection = new Connection(endpoint, credentials);
        connections.add(connection);
        return connection.store();
    }

    int logins() {
        return connections.size();
    }

    /** All connections end, as when a server is started anew. */
    void restart() {
        List.copyOf(connections).forEach(connection -> connection.lost.set(true));
    }

    /** One connection of it, as seen from the server. */
    final class Connection {

        final ServerEndpoint endpoint;
        final Credentials credentials;
        final AtomicBoolean lost = new AtomicBoolean();
        final AtomicInteger commands = new AtomicInteger();
        final AtomicInteger questionsWhetherAlive = new AtomicInteger();
        final CountDownLatch closed = new CountDownLatch(1);
        private final AtomicBoolean busy = new AtomicBoolean();

        Connection(ServerEndpoint endpoint, Credentials credentials) {
            this.endpoint = endpoint;
            this.credentials = credentials;
        }

        MailStore store() {
            return (MailStore)
                    Proxy.newProxyInstance(
                            MailStore.class.getClassLoader(),
                            new Class<?>[] {MailStore.class},
                            (self, method, arguments) ->
                                    switch (method.getName()) {
                                        case "quota" -> command();
                                        case "move" -> move();
                                        case "isAlive" -> isAlive();
                                        case "close" -> close();
                                        case "equals" -> self == arguments[0];
                                        case "hashCode" -> hashCode();
                                        default -> toString();
                                    });
        }

        private Object command() {
            if (!busy.compareAndSet(false, true)) {
                throw new AssertionError("Two callers at once on one connection");
            }
            commands.incrementAndGet();
            Thread.yield();
            busy.set(false);
            RuntimeException failure = nextFailures.poll();
            if (failure != null) {
                throw failure;
            }
            if (lost.get() || closed.getCount() == 0) {
                throw new ConnectionLost(false, "Gone", null);
            }
            return Optional.empty();
        }

        private MoveResult move() {
            lost.set(true);
            UidSet done = UidSet.of(new Uid(1));
            return new MoveResult(done, UidSet.EMPTY, Optional.empty())
                    .stoppedBy(new ConnectionLost(false, "Gone in the middle", null));
        }

        private boolean isAlive() {
            questionsWhetherAlive.incrementAndGet();
            return !lost.get();
        }

        private Object close() {
            if (closed.getCount() > 0) {
                openNow.decrementAndGet();
                closed.countDown();
            }
            return "closed";
        }
    }
}
