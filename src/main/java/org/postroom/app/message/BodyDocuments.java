package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Site;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.PartPath;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.rendering.html.CleanedHtml;
import org.postroom.rendering.html.HtmlCleaner;
import org.postroom.rendering.html.HtmlDocument;
import org.postroom.rendering.html.Pictures;
import org.postroom.rendering.mime.Charsets;
import org.postroom.rendering.picture.PictureFile;

/** The document in a message's frame: cleaned HTML, with its embedded pictures in it. */
@RequestScoped
class BodyDocuments {

    private static final int MAX_HTML = 3 << 20;
    private static final int MAX_EMBEDDED = SectionRange.MAX_LENGTH;

    @Inject Mail mail;
    @Inject PictureLinks pictures;
    @Inject Site site;

    private record Read(SinglePart part, byte[] octets, Map<String, String> embedded) {}

    Response body(MessageAddress address, PartPath path) {
        Read read = mail.read(store -> read(store, address.key().in(store.namespace()), path));
        byte[] decoded = Contents.decoded(read.octets(), read.part().encoding());
        String html =
                Charsets.decode(decoded, read.part().type().parameter("charset").orElse(null));
        Function<String, Optional<String>> embedded =
                id -> Optional.ofNullable(read.embedded().get(id));
        CleanedHtml cleaned =
                HtmlCleaner.clean(
                        html,
                        address.pictures()
                                ? Pictures.shown(embedded, pictures::link)
                                : Pictures.held(embedded));
        String from = address.pictures() ? pictures.source(site.origin()) : "";
        return Response.ok(HtmlDocument.wrap(cleaned, site.origin()), "text/html; charset=utf-8")
                .header("Content-Security-Policy", HtmlCleaner.contentSecurityPolicy(from))
                .build();
    }

    private static Read read(MailStore store, MessageRef message, PartPath path) {
        Parts parts = Parts.of(store.detail(message).structure());
        SinglePart body =
                parts.bodies().stream()
                        .filter(part -> part.path().equals(path) && Parts.isHtml(part))
                        .findFirst()
                        .orElseThrow(() -> new MailException.NoSuchMessage("No such HTML body"));
        SectionRange range = SectionRange.first(Section.content(path), MAX_HTML);
        byte[] octets = store.read(message, List.of(range)).getOrDefault(range, new byte[0]);
        return new Read(body, octets, embedded(store, message, parts.embedded()));
    }

    // All in one command; pictures that do not fit any more are left out.
    private static Map<String, String> embedded(
            MailStore store, MessageRef message, List<SinglePart> parts) {
        Map<SectionRange, SinglePart> wanted = new HashMap<>();
        long room = MAX_EMBEDDED;
        for (SinglePart part : parts) {
            if (part.size() > 0 && part.size() <= room) {
                room -= part.size();
                int length = Math.toIntExact(part.size());
                wanted.put(SectionRange.first(Section.content(part.path()), length), part);
            }
        }
        Map<String, String> pictures = new HashMap<>();
        if (!wanted.isEmpty()) {
            store.read(message, new ArrayList<>(wanted.keySet()))
                    .forEach((range, octets) -> put(pictures, wanted, range, octets));
        }
        return pictures;
    }

    private static void put(
            Map<String, String> pictures,
            Map<SectionRange, SinglePart> wanted,
            SectionRange range,
            byte[] octets) {
        SinglePart part = wanted.get(range);
        if (part != null) {
            byte[] picture = Contents.decoded(octets, part.encoding());
            part.contentId()
                    .map(EmbeddedNames::bare)
                    .ifPresent(id -> data(picture).ifPresent(data -> pictures.put(id, data)));
        }
    }

    // Of the type that it is, not of the one that its sender says.
    private static Optional<String> data(byte[] picture) {
        return PictureFile.of(picture)
                .map(
                        file ->
                                "data:"
                                        + file.type().mediaType()
                                        + ";base64,"
                                        + Base64.getEncoder().encodeToString(picture));
    }
}
