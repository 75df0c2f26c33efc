package org.postroom.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.postroom.app.database.CannotStart;
import org.postroom.app.wiring.Startup;

/** Starts Postroom: first its database, then the web application. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        // Pictures are decoded, never shown here.
        System.setProperty("java.awt.headless", "true");
        try {
            Startup.prepare();
        } catch (CannotStart reason) {
            // Logging begins with Quarkus.
            System.err.println("Postroom cannot start. " + reason.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
