package org.postroom.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.sessioncache.signin.OperatorSecret;

class PictureLinksTest {

    private static final String URL = "https://news.example/a.png?b=c&d=é";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final PictureLinks links = links("first", Optional.empty(), NOON);

    @Test
    void aLinkLeadsToItsPicture() {
        PictureLinks.Remote remote = opened(links, links.link(URL).orElseThrow()).orElseThrow();
        assertThat(remote.url()).isEqualTo(URL);
        assertThat(remote.expiry()).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void aLinkStaysTheSameForAWhile() {
        PictureLinks later = links("first", Optional.empty(), NOON.plusSeconds(1799));
        assertThat(later.link(URL)).isEqualTo(links.link(URL));
    }

    @ParameterizedTest
    @CsvSource({"3599,true", "3600,false", "86400,false"})
    void aLinkEndsAfterAnHour(long seconds, boolean leads) {
        PictureLinks later = links("first", Optional.empty(), NOON.plusSeconds(seconds));
        assertThat(opened(later, links.link(URL).orElseThrow()).isPresent()).isEqualTo(leads);
    }

    @Test
    void aLinkSurvivesOneChangeOfTheSecret() {
        String link = links.link(URL).orElseThrow();
        assertThat(opened(links("second", Optional.of("first"), NOON), link)).isPresent();
        assertThat(opened(links("third", Optional.of("second"), NOON), link)).isEmpty();
    }

    @Test
    void whoeverChangesALinkHasNone() {
        String[] link = links.link(URL).orElseThrow().split("/");
        String[] other = links.link("https://news.example/b.png").orElseThrow().split("/");
        assertThat(links.opened(link[2], other[3])).isEmpty();
        assertThat(links.opened("_" + link[2].substring(1), link[3])).isEmpty();
        assertThat(links.opened(link[2].substring(0, 11), link[3])).isEmpty();
        assertThat(links.opened("", link[3])).isEmpty();
        assertThat(links.opened("%", "?")).isEmpty();
    }

    @Test
    void whatIsTooLongForARequestHasNoLink() {
        assertThat(links.link("https://news.example/" + "x".repeat(4_096))).isEmpty();
    }

    private static Optional<PictureLinks.Remote> opened(PictureLinks links, String link) {
        String[] parts = link.split("/");
        return links.opened(parts[2], parts[3]);
    }

    private static PictureLinks links(String secret, Optional<String> previous, Instant now) {
        PictureLinks links = new PictureLinks();
        links.secret = new OperatorSecret(octets(secret), previous.map(PictureLinksTest::octets));
        links.clock = Clock.fixed(now, ZoneOffset.UTC);
        return links;
    }

    private static byte[] octets(String secret) {
        return (secret + " secret, which is long enough for a secret")
                .getBytes(StandardCharsets.UTF_8);
    }
}
