package org.postroom.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the project that these tests look at. */
final class Repository {

    private static final Path ROOT = Path.of(System.getProperty("org.postroom.root"));

    /** The chart. */
    static final Path CHART = file("helm");

    private Repository() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String read(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
