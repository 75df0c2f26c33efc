package org.postroom.sessioncache.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorSecretTest {

    private static final byte[] OLD =
            "the secret of last year, long enough".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW =
            "the secret of this year, long enough".getBytes(StandardCharsets.UTF_8);

    private final OperatorSecret secret = new OperatorSecret(NEW, Optional.of(OLD));

    @Test
    void eachPurposeHasAKeyOfItsOwn() {
        assertThat(secret.key("one"))
                .hasSize(32)
                .isEqualTo(secret.key("one"))
                .isNotEqualTo(secret.key("two"))
                .isNotEqualTo(NEW);
    }

    @Test
    void whatWasProvedBeforeARotationIsStillProved() {
        byte[] before = new OperatorSecret(OLD, Optional.empty()).key("one");
        assertThat(secret.keys("one")).containsExactly(secret.key("one"), before);
    }
}
