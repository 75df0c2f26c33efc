package org.postroom.protocol;

/** What a person proves to a mail server; never logged, and its text form holds no secret. */
public sealed interface Credentials {

    String loginName();

    /** A login name and its password; neither has control characters. */
    record Password(String loginName, String password) implements Credentials {
        public Password {
            check(loginName);
            check(password);
        }

        @Override
        public String toString() {
            return "Password[hidden]";
        }
    }

    /** An OAuth 2.0 bearer token (RFC 7628). */
    record BearerToken(String loginName, String token) implements Credentials {
        public BearerToken {
            check(loginName);
            check(token);
        }

        @Override
        public String toString() {
            return "BearerToken[hidden]";
        }
    }

    private static void check(String text) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "Login names and secrets are not empty and have no control characters");
        }
    }
}
