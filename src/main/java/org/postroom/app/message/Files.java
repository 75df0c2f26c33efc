package org.postroom.app.message;

import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.postroom.app.layout.MessageSentences;
import org.postroom.app.listing.MessageKey;
import org.postroom.app.session.Mail;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.PartPath;
import org.postroom.protocol.Section;
import org.postroom.rendering.mime.FileNames;
import org.postroom.rendering.mime.TransferDecoding;

/** Parts of a message as downloads, and its source: streamed, never shown as a page of ours. */
@RequestScoped
class Files {

    private static final String HARMLESS = "sandbox; default-src 'none'";

    @Inject Mail mail;
    @Inject MessageSentences say;
    @Inject RoutingContext routing;

    private record Found(MessageRef message, BodyStructure part) {}

    Response part(MessageKey key, PartPath path) {
        Found found = mail.read(store -> find(store, key, path));
        Section section = Section.content(path);
        InputStream encoded = streamed(found.message(), section);
        String name = name(found.part());
        return download(
                switch (found.part()) {
                    case SinglePart part -> TransferDecoding.decode(encoded, part.encoding());
                    case MessagePart part -> TransferDecoding.decode(encoded, part.encoding());
                    case MultiPart _ -> encoded;
                },
                MediaType.APPLICATION_OCTET_STREAM,
                FileNames.contentDisposition(name));
    }

    Response source(MessageKey key) {
        MessageRef message = mail.read(store -> key.in(store.namespace()));
        InputStream source = streamed(message, Section.SOURCE);
        return download(source, "text/plain; charset=utf-8", "inline");
    }

    private InputStream streamed(MessageRef message, Section section) {
        HttpConnection browser = routing.request().connection();
        // Waits until it is closed: the end of a response that is written later must not get there.
        Runnable cut = () -> browser.close().toCompletionStage().toCompletableFuture().join();
        return new Downloads(mail.reading(), message, section, cut).begun();
    }

    private static Found find(MailStore store, MessageKey key, PartPath path) {
        MessageRef message = key.in(store.namespace());
        Optional<BodyStructure> part =
                store.detail(message)
                        .structure()
                        .flattened()
                        .filter(p -> p.path().equals(path) && !(p instanceof MultiPart))
                        .findFirst();
        return new Found(
                message,
                part.orElseThrow(
                        () -> new MailException.NoSuchMessage("The message has no such part")));
    }

    /** What a part is saved as; never empty, and safe to save and to show. */
    String name(BodyStructure part) {
        return switch (part) {
            case SinglePart single ->
                    FileNames.safe(
                            single.fileName().orElse(null),
                            say.attachmentName(single.path().value()) + ending(single));
            case MessagePart message ->
                    FileNames.safe(
                            message.envelope().subject().isBlank()
                                    ? say.attachedMessageName() + ".eml"
                                    : message.envelope().subject() + ".eml",
                            say.attachedMessageName() + ".eml");
            case MultiPart multi -> say.attachmentName(multi.path().value());
        };
    }

    private static String ending(SinglePart part) {
        return switch (part.type().essence()) {
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "text/calendar" -> ".ics";
            case "application/pdf" -> ".pdf";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "image/gif" -> ".gif";
            default -> "";
        };
    }

    private static Response download(InputStream content, String type, String disposition) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("Content-Security-Policy", HARMLESS)
                .build();
    }
}
