package org.postroom.app.wiring;

import java.util.Optional;
import java.util.stream.Stream;

/** Traces are made only where the operator names somebody who collects them. */
final class Traces {

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private Traces() {}

    /** Tells Quarkus, which is to start after this. */
    static void prepare() {
        Optional<String> collector =
                Stream.of(ENDPOINT, "QUARKUS_" + ENDPOINT)
                        .map(System::getenv)
                        .flatMap(Stream::ofNullable)
                        .filter(value -> !value.isBlank())
                        .findFirst();
        collector.ifPresent(
                endpoint -> {
                    System.setProperty("quarkus.otel.exporter.otlp.endpoint", endpoint);
                    System.setProperty("quarkus.otel.sdk.disabled", "false");
                });
    }
}
