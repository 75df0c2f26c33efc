package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.MessageSentences;
import org.postroom.app.panes.BodyFrame;
import org.postroom.app.panes.TextBlock;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.rendering.html.CleanedHtml;
import org.postroom.rendering.html.HtmlCleaner;
import org.postroom.rendering.html.Pictures;

/** Draws the texts of a message: HTML in a frame of its own, plain text in the page. */
@RequestScoped
class BodyView {

    /** Stands for an embedded picture while its message is only looked through. */
    private static final String SOME_PICTURE = "data:image/png;base64,AA==";

    @Inject MessageSentences say;
    @Inject TextView texts;

    /**
     * What is drawn.
     *
     * @param embedded the Content-IDs that are shown in the text
     */
    record Drawn(
            @Nullable BodyFrame frame,
            List<TextBlock> text,
            int heldPictures,
            Set<String> embedded,
            boolean shownInPart) {}

    Drawn of(MessageAddress address, Contents contents) {
        Optional<Contents.Body> html =
                contents.bodies().stream().filter(body -> Parts.isHtml(body.part())).findFirst();
        List<TextBlock> text = new ArrayList<>();
        for (Contents.Body body : contents.bodies()) {
            if (!Parts.isHtml(body.part())) {
                text.addAll(texts.blocks(body));
            }
        }
        boolean cut = contents.bodies().stream().anyMatch(Contents.Body::cut);
        return html.map(body -> drawn(address, contents, body, text, cut))
                .orElseGet(() -> new Drawn(null, text, 0, Set.of(), cut));
    }

    private Drawn drawn(
            MessageAddress address,
            Contents contents,
            Contents.Body html,
            List<TextBlock> text,
            boolean cut) {
        CleanedHtml cleaned = cleaned(html, contents.parts());
        String url =
                address.document("body")
                        .with("path", html.part().path().value())
                        .with("pictures", address.pictures() ? "shown" : "held", "held")
                        .toString();
        return new Drawn(
                new BodyFrame(url, say.messageFrom(sender(contents))),
                text,
                cleaned.heldPictures(),
                new HashSet<>(cleaned.contentIds()),
                cut || cleaned.shownInPart());
    }

    private static CleanedHtml cleaned(Contents.Body html, Parts parts) {
        Set<String> there =
                parts.embedded().stream()
                        .flatMap(part -> part.contentId().map(EmbeddedNames::bare).stream())
                        .collect(Collectors.toSet());
        return HtmlCleaner.clean(
                html.text(),
                Pictures.held(id -> Optional.of(SOME_PICTURE).filter(_ -> there.contains(id))));
    }

    private static String sender(Contents contents) {
        return contents.detail().summary().envelope().map(Envelope::from).orElse(List.of()).stream()
                .map(Address::label)
                .findFirst()
                .orElse("");
    }
}
