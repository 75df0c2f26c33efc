package org.postroom.sessioncache.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTokensTest {

    private final CsrfSecret secret = SessionCookie.create().csrf();

    @Test
    void aTokenMatchesItsOwnSessionOnly() {
        String token = CsrfTokens.issue(secret);

        assertThat(CsrfTokens.matches(secret, token)).isTrue();
        assertThat(CsrfTokens.matches(SessionCookie.create().csrf(), token)).isFalse();
    }

    @Test
    void noTwoTokensShareAnything() {
        String one = CsrfTokens.issue(secret);
        String other = CsrfTokens.issue(secret);

        assertThat(one.substring(0, 42)).isNotEqualTo(other.substring(0, 42));
        assertThat(one.substring(43)).isNotEqualTo(other.substring(43));
    }

    @Test
    void everyCharacterOfATokenMatters() {
        String token = CsrfTokens.issue(secret);
        for (int i = 0; i < token.length(); i++) {
            char[] changed = token.toCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';

            assertThat(CsrfTokens.matches(secret, new String(changed))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "§§", "====", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void anythingElseIsNoToken(String text) {
        assertThat(CsrfTokens.matches(secret, text)).isFalse();
        assertThat(CsrfTokens.matches(secret, text + "A".repeat(86 - text.length()))).isFalse();
    }

    @Test
    void theSignInPageHasTokensByItsCookie() {
        String cookie = CsrfSecret.newPreSessionCookie();
        String token = CsrfTokens.issue(CsrfSecret.ofPreSession(cookie));

        assertThat(CsrfTokens.matches(CsrfSecret.ofPreSession(cookie), token)).isTrue();
        assertThat(CsrfTokens.matches(CsrfSecret.ofPreSession(cookie + "x"), token)).isFalse();
        assertThat(CsrfSecret.newPreSessionCookie()).isNotEqualTo(cookie);
    }
}
