package org.postroom.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Page;
import org.postroom.app.support.PictureServer;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.MessageDraft;
import org.postroom.testing.corpus.MimePart;
import org.postroom.testing.corpus.TransferEncoding;

@QuarkusTest
@OnEveryAccount
class PicturesHttpTest {

    @Parameter AccountKind kind;

    private final PictureServer sender = new PictureServer();

    @AfterEach
    void stop() {
        sender.close();
    }

    @Test
    void aPictureComesThroughPostroomOnceItIsAskedFor() throws Exception {
        Page message = opened(html(img(sender.picture("/sail.png", "png", 30, 20))));
        Page held = message.follow("iframe", "src");
        assertThat(held.one("img").attr("src")).startsWith("data:image/svg+xml");
        assertThat(sender.requests()).isEmpty();
        Page shown = message.markedForm("show-images").submit().follow("iframe", "src");
        assertThat(sender.requests()).isEmpty();
        String link = shown.one("img").attr("src");
        assertThat(shown.headers().getValue("Content-Security-Policy"))
                .containsPattern("img-src data: http://[^ ]+/pictures/;");
        Response picture = new Visitor().raw(link);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.asByteArray())).getWidth())
                .isEqualTo(30);
        assertThat(sender.requests()).containsExactly("/sail.png");
        assertThat(sender.headers().getFirst().keySet())
                .containsExactlyInAnyOrder("Host", "User-agent", "Accept", "Connection");
    }

    @Test
    void aPictureIsHarmlessByItsHeadersToo() {
        Response picture = new Visitor().raw(link(sender.picture("/a.gif", "gif", 3, 4)));
        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(picture.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(picture.header("Content-Security-Policy"))
                .isEqualTo("sandbox; default-src 'none'");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(picture.header("Cache-Control")).matches("private, max-age=[0-9]{4}");
        assertThat(picture.cookies()).isEmpty();
    }

    @Test
    void aLinkThatIsNotOursLeadsNowhere() {
        String link = link(sender.picture("/a.png", "png", 30, 20));
        String other = link(sender.picture("/b.png", "png", 30, 20));
        String swapped =
                link.substring(0, link.lastIndexOf('/')) + other.substring(other.lastIndexOf('/'));
        isNothing(swapped);
        isNothing("/pictures/x/y");
        assertThat(sender.requests()).isEmpty();
    }

    @Test
    void whatIsNoRasterPictureIsNotPassedOn() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        isNothing(link(sender.file("/a.svg", "image/svg+xml", svg)));
        isNothing(link(sender.file("/b.png", "image/png", svg)));
        isNothing(link(sender.file("/c.png", "image/png", new byte[(10 << 20) + 1])));
        isNothing(link(sender.redirect("/d.png", "/d.png")));
        assertThat(sender.requests()).hasSize(3 + 4);
    }

    @Test
    void anEmbeddedPictureIsWhatItIsAndNotWhatItIsCalled() {
        byte[] gif = PictureServer.drawn("gif", 10, 10);
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        MimePart body =
                MimePart.multipart(
                        "related",
                        html("<img src='cid:a'><img src='cid:b'>"),
                        MimePart.binary("image/png", gif).embedded("a", "a.png"),
                        MimePart.binary("image/png", svg).embedded("b", "b.png"));
        Page frame = opened(body).follow("iframe", "src");
        assertThat(frame.dom().select("img[src^=data:image/gif]")).hasSize(1);
        assertThat(frame.dom().select("img[src^=data:image/png]")).isEmpty();
    }

    private static void isNothing(String link) {
        Response response = new Visitor().raw(link);
        assertThat(response.statusCode()).as(link).isEqualTo(404);
        assertThat(response.asByteArray()).isEmpty();
    }

    private String link(String url) {
        Page message = opened(html(img(url)));
        Page shown = message.markedForm("show-images").submit().follow("iframe", "src");
        return shown.one("img").attr("src");
    }

    private static String img(String url) {
        return "<img src='" + url + "' width=30 height=20 alt='A sail'>";
    }

    private static MimePart html(String body) {
        return MimePart.text("html", body, StandardCharsets.UTF_8, TransferEncoding.BASE64);
    }

    private Page opened(MimePart body) {
        Instant when = Instant.parse("2026-03-01T12:00:00Z");
        byte[] raw =
                new MessageDraft()
                        .field("From: News <news@example.org>")
                        .field("To: reader@example.org")
                        .subject("Sails")
                        .date(when)
                        .with(body);
        CorpusMessage message = new CorpusMessage(raw, Set.of(), when, "INBOX");
        return Account.with(kind, Stream.of(message))
                .visitor()
                .open("/mailbox?name=INBOX")
                .openMessage("Sails");
    }
}
