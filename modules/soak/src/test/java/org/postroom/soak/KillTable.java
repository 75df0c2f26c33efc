package org.postroom.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.postroom.soak.KillRun.Kill;

/** What the kills came to, as {@code docs/reliability.md} shows it. */
final class KillTable {

    private static final List<String> STEPS =
            List.of(
                    "none", "CAPA", "USER", "PASS", "AUTH", "STAT", "LIST", "UIDL", "TOP", "RETR",
                    "DELE", "NOOP", "RSET", "QUIT");

    private KillTable() {}

    static String of(List<Kill> kills) {
        return STEPS.stream()
                .map(step -> kills.stream().filter(kill -> kill.step().equals(step)).toList())
                .filter(some -> !some.isEmpty())
                .map(KillTable::row)
                .collect(
                        Collectors.joining(
                                "",
                                "| last command before the kill | kills | lost | doubled |\n"
                                        + "| --- | ---: | ---: | ---: |\n",
                                total(kills)));
    }

    private static String row(List<Kill> kills) {
        return line(kills.getFirst().step(), kills);
    }

    private static String total(List<Kill> kills) {
        return line("all", kills);
    }

    private static String line(String name, List<Kill> kills) {
        return "| %s | %d | %d | %d |%n"
                .formatted(
                        name,
                        kills.size(),
                        kills.stream().mapToInt(kill -> kill.after().lost()).sum(),
                        kills.stream().mapToInt(kill -> kill.after().doubled()).sum());
    }

    static void write(List<Kill> kills, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, of(kills));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
