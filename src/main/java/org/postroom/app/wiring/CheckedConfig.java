package org.postroom.app.wiring;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.SmallRyeConfig;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postroom.app.database.CannotStart;

/**
 * The configuration as the operator gave it, read before Quarkus so that a mistake is one sentence.
 */
final class CheckedConfig {

    private static final Pattern PROPERTY = Pattern.compile("postroom\\.([a-z0-9.-]+)");
    private static final Pattern CODE = Pattern.compile("SRCFG\\d+:\\s*");

    private CheckedConfig() {}

    /**
     * Reads and checks everything.
     *
     * @throws CannotStart when a value is wrong, with the name of its variable
     */
    static PostroomConfig read() {
        PostroomConfig config = map();
        ConfigRules.check(config);
        return config;
    }

    /** The name of the environment variable of a {@code postroom.*} property. */
    static String variable(String property) {
        return "POSTROOM_" + property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static PostroomConfig map() {
        try {
            SmallRyeConfig config =
                    ConfigUtils.configBuilder().withMapping(PostroomConfig.class).build();
            return config.getConfigMapping(PostroomConfig.class);
        } catch (ConfigValidationException e) {
            throw new CannotStart(
                    IntStream.range(0, e.getProblemCount())
                            .mapToObj(e::getProblem)
                            .map(CheckedConfig::sentence)
                            .collect(Collectors.joining(" ")),
                    e);
        }
    }

    private static String sentence(Problem problem) {
        String message = CODE.matcher(problem.getMessage()).replaceAll("");
        Matcher property = PROPERTY.matcher(message);
        return property.find()
                ? variable(property.group(1)) + " cannot be understood: " + message + "."
                : message + ".";
    }
}
