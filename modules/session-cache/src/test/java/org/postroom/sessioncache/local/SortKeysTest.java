package org.postroom.sessioncache.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;

class SortKeysTest {

    private static Envelope envelope(String subject, String mail) {
        List<Address> from = List.of(new Address("Name", mail));
        return new Envelope(
                Optional.empty(),
                subject,
                from,
                from,
                from,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void anAnswerStandsBesideWhatItAnswers() {
        assertThat(SortKeys.subject(envelope("Re: [sea] Straße", "a@b")))
                .isEqualTo(SortKeys.subject(envelope("STRASSE", "a@b")))
                .isEqualTo("STRASSE");
    }

    @Test
    void sendersStandByTheirLocalPart() {
        assertThat(SortKeys.sender(envelope("", "zoe@a.test"))).isEqualTo("ZOE");
        assertThat(SortKeys.sender(envelope("", "nobody"))).isEqualTo("NOBODY");
        assertThat(SortKeys.sender(envelope("", ""))).isEmpty();
    }

    @Test
    void keysAreShortAndWhole() {
        assertThat(SortKeys.subject(envelope("ß".repeat(5000), "a@b"))).hasSize(200);
        String cut = SortKeys.subject(envelope("x" + "🙂".repeat(5000), "a@b"));
        assertThat(cut).hasSize(199).endsWith("🙂");
    }
}
