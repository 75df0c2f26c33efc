package org.postroom.testing.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a {@link ScriptedPop3Server} behaves towards one client (RFC 1939, 2449, 5034). */
final class Pop3Session implements AutoCloseable {
    private final ScriptedDrop drop;
    private final TreeSet<Integer> marked = new TreeSet<>();
    private List<DropMessage> messages = List.of();
    private boolean inTransaction;
    private boolean awaitsPlain;

    Pop3Session(ScriptedDrop drop) {
        this.drop = drop;
    }

    /** Answers the stage's command. */
    void answer(Stage stage) throws IOException {
        var command = stage.command();
        if (awaitsPlain) {
            awaitsPlain = false;
            plain(stage, command);
            return;
        }
        var words = command.split(" ");
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "CAPA" -> lines(stage, drop.capabilities().stream());
            case "AUTH" -> authenticate(stage, words);
            case "USER", "UTF8", "NOOP" -> stage.say("+OK");
            case "PASS" -> enter(stage, command.substring(Math.min(5, command.length())));
            case "APOP" -> enter(stage);
            case "QUIT" -> quit(stage);
            default -> inTransaction(stage, words);
        }
    }

    private void authenticate(Stage stage, String[] words) throws IOException {
        if (words.length < 2 || !words[1].equalsIgnoreCase("PLAIN")) {
            stage.say("-ERR no such mechanism");
        } else if (words.length == 2) {
            awaitsPlain = true;
            stage.say("+ ");
        } else {
            plain(stage, words[2]);
        }
    }

    private void plain(Stage stage, String response) throws IOException {
        var parts =
                new String(Base64.getDecoder().decode(response), StandardCharsets.ISO_8859_1)
                        .split("\0");
        enter(stage, parts[parts.length - 1]);
    }

    private void enter(Stage stage, String password) throws IOException {
        if (drop.accepts(new String(octets(password), StandardCharsets.UTF_8))) {
            enter(stage);
        } else {
            stage.say("-ERR [AUTH] wrong");
        }
    }

    private static byte[] octets(String heard) {
        return heard.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void enter(Stage stage) throws IOException {
        inTransaction = drop.lock();
        messages = drop.messages();
        stage.say(inTransaction ? "+OK come in" : "-ERR [IN-USE] somebody is here");
    }

    private void inTransaction(Stage stage, String[] words) throws IOException {
        if (!inTransaction) {
            stage.say("-ERR not now");
            return;
        }
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "STAT" -> stage.say("+OK " + numbers().size() + " " + size());
            case "LIST" -> list(stage, words, this::listed);
            case "UIDL" -> list(stage, words, this::named);
            case "RETR", "TOP" -> give(stage, words);
            case "DELE" -> delete(stage, words);
            case "RSET" -> {
                marked.clear();
                stage.say("+OK");
            }
            default -> stage.say("-ERR not in the script");
        }
    }

    private interface Line {
        String of(int number);
    }

    private String listed(int number) {
        return number + " " + message(number).octets().length;
    }

    private String named(int number) {
        return number + " " + message(number).uidl();
    }

    private void list(Stage stage, String[] words, Line line) throws IOException {
        if (words.length == 1) {
            lines(stage, numbers().stream().map(line::of));
        } else if (has(stage, words)) {
            stage.say("+OK " + line.of(Integer.parseInt(words[1])));
        }
    }

    private static void lines(Stage stage, Stream<String> lines) throws IOException {
        stage.say(
                Stream.of(List.of("+OK"), lines.toList(), List.of("."))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private List<Integer> numbers() {
        return IntStream.rangeClosed(1, messages.size())
                .filter(number -> !marked.contains(number))
                .boxed()
                .toList();
    }

    private long size() {
        return numbers().stream().mapToLong(number -> message(number).octets().length).sum();
    }

    private DropMessage message(int number) {
        return messages.get(number - 1);
    }

    private boolean has(Stage stage, String[] words) throws IOException {
        boolean there =
                words.length > 1
                        && words[1].matches("\\d{1,9}")
                        && numbers().contains(Integer.valueOf(words[1]));
        if (!there) {
            stage.say("-ERR no such message");
        }
        return there;
    }

    private void give(Stage stage, String[] words) throws IOException {
        if (has(stage, words)) {
            var octets = message(Integer.parseInt(words[1])).octets();
            int lines = words.length > 2 ? Integer.parseInt(words[2]) : Integer.MAX_VALUE;
            stage.write(DotStuffing.answer(octets, lines));
        }
    }

    private void delete(Stage stage, String[] words) throws IOException {
        if (has(stage, words)) {
            marked.add(Integer.valueOf(words[1]));
            stage.say("+OK marked");
        }
    }

    private void quit(Stage stage) throws IOException {
        drop.remove(marked.stream().map(this::message).toList());
        close();
        stage.say("+OK bye");
        stage.close();
    }

    /** The end without QUIT: nothing is deleted. */
    @Override
    public void close() {
        if (inTransaction) {
            inTransaction = false;
            drop.unlock();
        }
    }
}
