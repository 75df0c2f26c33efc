package org.postroom.sessioncache.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials.Password;
import org.postroom.sessioncache.signin.SealedCredentials.Place;

class SealedCredentialsTest {

    private static final byte[] SECRET = new byte[32];

    private final byte[] key = Cryptography.random(32);
    private final Place place =
            new Place(
                    new SessionId("session"),
                    AccountId.of(People.ENDPOINT, "kim"),
                    People.ENDPOINT);
    private final Password password = new Password("kim", "pässwörd");

    @Test
    void whatWasSealedOpensWithTheSameKeySecretAndPlace() {
        byte[] sealed = SealedCredentials.seal(password, key, SECRET, place);

        assertThat(SealedCredentials.open(sealed, key, SECRET, place)).contains(password);
        assertThat(SealedCredentials.open(sealed, Cryptography.random(32), SECRET, place))
                .isEmpty();
        assertThat(SealedCredentials.open(sealed, key, Cryptography.random(32), place)).isEmpty();
    }

    @Test
    void anotherPlaceDoesNotOpenIt() {
        byte[] sealed = SealedCredentials.seal(password, key, SECRET, place);
        Place session = new Place(new SessionId("other"), place.account(), place.endpoint());
        Place account =
                new Place(place.session(), AccountId.of(People.ENDPOINT, "eve"), place.endpoint());

        assertThat(SealedCredentials.open(sealed, key, SECRET, session)).isEmpty();
        assertThat(SealedCredentials.open(sealed, key, SECRET, account)).isEmpty();
    }

    @Test
    void everyBitMatters() {
        byte[] sealed = SealedCredentials.seal(password, key, SECRET, place);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(SealedCredentials.open(changed, key, SECRET, place)).isEmpty();
        }
    }

    @Test
    void aTextThatIsTooShortOpensNothing() {
        for (int length = 0; length < 40; length++) {
            assertThat(SealedCredentials.open(new byte[length], key, SECRET, place)).isEmpty();
        }
    }

    @Test
    void theLengthDoesNotTellThePasswords() {
        byte[] one = SealedCredentials.seal(new Password("kim", "x"), key, SECRET, place);
        byte[] other =
                SealedCredentials.seal(new Password("kim", "x".repeat(90)), key, SECRET, place);

        assertThat(one).hasSameSizeAs(other);
    }
}
