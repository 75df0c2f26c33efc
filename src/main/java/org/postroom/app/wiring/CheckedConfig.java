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
    private static final Pattern CODE = Pattern.compile("SRCFG\\d+:\\s*|[\\w.]+Exception: ");

    /** How SmallRye Config says that a converter failed: value, then the converter's words. */
    private static final Pattern CONVERSION =
            Pattern.compile("config value \"(.*)\" threw an Exception whilst being converted (.*)");

    private static final Pattern UNKNOWN =
            Pattern.compile("(postroom\\.\\S+) in \\S+ does not map to any root");

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
        Matcher conversion = CONVERSION.matcher(message);
        if (property.find() && conversion.find()) {
            return "%s=%s cannot be understood: %s."
                    .formatted(
                            variable(property.group(1)), conversion.group(1), conversion.group(2));
        }
        return UNKNOWN.matcher(message).replaceFirst("There is no setting $1") + ".";
    }
}
