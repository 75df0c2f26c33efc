package org.postroom.app.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Which times are told as histograms, so that percentiles over all replicas can be computed. */
class Buckets {

    private static final Set<String> HISTOGRAMS = Set.of(MailCommands.NAME, "http.server.requests");

    private static final double[] SECONDS = {0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

    @Produces
    @Singleton
    MeterFilter buckets() {
        double[] nanos =
                DoubleStream.of(SECONDS)
                        .map(seconds -> seconds * Duration.ofSeconds(1).toNanos())
                        .toArray();
        DistributionStatisticConfig histogram =
                DistributionStatisticConfig.builder().serviceLevelObjectives(nanos).build();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(
                    Meter.Id id, DistributionStatisticConfig config) {
                return HISTOGRAMS.contains(id.getName()) ? histogram.merge(config) : config;
            }
        };
    }
}
