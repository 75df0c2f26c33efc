package org.postroom.app.wiring;

import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * A switch that is on or off; the usual converter takes every word that it does not know for off.
 */
public final class OnOff implements Converter<Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean convert(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw new IllegalArgumentException("it must be true or false");
        };
    }
}
