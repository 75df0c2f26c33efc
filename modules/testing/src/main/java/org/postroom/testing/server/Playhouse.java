package org.postroom.testing.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port whose clients are answered as a test says, and otherwise with good manners. */
final class Playhouse implements AutoCloseable {
    private final Plays plays = new Plays();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final Conversation conversation;
    private final Door door;
    private volatile Play greeting;

    /** Reads one client's commands and has each answered, until the client goes away. */
    interface Conversation {
        void hold(Stage stage, InputStream in) throws IOException;
    }

    Playhouse(Play greeting, Conversation conversation) {
        this.greeting = greeting;
        this.conversation = conversation;
        door = Door.open(0, this::welcome);
    }

    void greeting(Play play) {
        greeting = play;
    }

    void on(String command, Play play) {
        plays.on(command, play);
    }

    int port() {
        return door.port();
    }

    List<String> received() {
        return List.copyOf(received);
    }

    int connectionCount() {
        return clients.size();
    }

    /** Answers one command. */
    void answer(Stage stage, String tag, String command, Play manners) throws IOException {
        received.add(command);
        stage.answering(tag, command, manners);
        plays.play(command).orElse(manners).on(stage);
    }

    private void welcome(Socket client) {
        clients.add(client);
        Thread.startVirtualThread(() -> serve(client));
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            var stage = new Stage(client, in);
            greeting.on(stage);
            conversation.hold(stage, in);
        } catch (IOException _) {
            cut(client); // the client went away, or a play ended the connection
        }
    }

    void cutAll() {
        clients.forEach(Playhouse::cut);
    }

    private static void cut(Socket client) {
        try {
            if (!client.isClosed()) {
                client.setSoLinger(true, 0);
            }
            client.close();
        } catch (IOException e) {
            if (!client.isClosed()) { // otherwise its own thread was faster
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        door.close();
        cutAll();
    }
}
