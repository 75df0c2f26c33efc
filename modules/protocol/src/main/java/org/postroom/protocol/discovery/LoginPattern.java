package org.postroom.protocol.discovery;

import java.util.Optional;

/**
 * How a server wants its login names: text with {@code %EMAILADDRESS%}, {@code %EMAILLOCALPART%}
 * and {@code %EMAILDOMAIN%} in it.
 */
public record LoginPattern(String pattern) {

    /** The whole address. */
    public static final LoginPattern ADDRESS = new LoginPattern("%EMAILADDRESS%");

    /** What stands before the {@code @}. */
    public static final LoginPattern LOCAL_PART = new LoginPattern("%EMAILLOCALPART%");

    public LoginPattern {
        if (!isKnown(pattern)) {
            throw new IllegalArgumentException(
                    "A login is \"address\", \"local-part\" or a text with %EMAILADDRESS%,"
                            + " %EMAILLOCALPART% or %EMAILDOMAIN% in it, not \""
                            + pattern
                            + "\"");
        }
    }

    /**
     * As an operator writes it: {@code address}, {@code local-part} or a pattern.
     *
     * @throws IllegalArgumentException with a sentence when it is none of them
     */
    public static LoginPattern parse(String text) {
        return switch (text) {
            case "address" -> ADDRESS;
            case "local-part" -> LOCAL_PART;
            default -> new LoginPattern(text);
        };
    }

    /** As a stranger's file has it; empty where it asks for what we do not know. */
    static Optional<LoginPattern> ofStranger(String text) {
        return isKnown(text) ? Optional.of(new LoginPattern(text)) : Optional.empty();
    }

    private static boolean isKnown(String pattern) {
        String rest =
                pattern.replace("%EMAILADDRESS%", "")
                        .replace("%EMAILLOCALPART%", "")
                        .replace("%EMAILDOMAIN%", "");
        return !pattern.isBlank()
                && rest.indexOf('%') < 0
                && rest.chars().noneMatch(Character::isISOControl);
    }

    /** The login name; of a bare login name, which has no parts, the name itself. */
    public String of(MailAddress address) {
        return address.domain()
                .map(domain -> filled(address.text(), address.localPart(), domain))
                .orElse(address.text());
    }

    /** The login name of the same person under another domain. */
    String of(MailAddress address, String domain) {
        return filled(address.localPart() + "@" + domain, address.localPart(), domain);
    }

    /** One pass, so that an address with a placeholder in it stays what it is. */
    private String filled(String address, String localPart, String domain) {
        StringBuilder login = new StringBuilder();
        int from = 0;
        while (from < pattern.length()) {
            int start = pattern.indexOf('%', from);
            if (start < 0) {
                return login.append(pattern, from, pattern.length()).toString();
            }
            int end = pattern.indexOf('%', start + 1);
            login.append(pattern, from, start);
            login.append(
                    switch (pattern.substring(start + 1, end)) {
                        case "EMAILADDRESS" -> address;
                        case "EMAILLOCALPART" -> localPart;
                        default -> domain;
                    });
            from = end + 1;
        }
        return login.toString();
    }
}
