package org.postroom.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The operator's secret where the operator gives none: made once, kept in the data directory. */
public final class OwnSecret {

    private static final int RANDOM_BYTES = 48;

    private OwnSecret() {}

    /**
     * Reads the secret, or makes it where there is none yet.
     *
     * @throws CannotStart when the file can be neither read nor written
     */
    public static String readOrCreate(DataDirectory directory) {
        Path file = directory.path().resolve("secret");
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart(
                    "The secret in %s cannot be read or written: %s"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static String random() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
