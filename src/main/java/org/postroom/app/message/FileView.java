package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.MessageSentences;
import org.postroom.app.panes.AttachmentRow;
import org.postroom.app.panes.MessagePane;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.ContentType;

/** Draws the files of a message. */
@RequestScoped
class FileView {

    private static final int LONGEST_KIND = 5;

    @Inject MessageSentences say;
    @Inject Files files;

    MessagePane.Attachments of(MessageAddress address, Parts parts, Set<String> shown) {
        List<BodyStructure> all = all(parts, shown);
        return new MessagePane.Attachments(heading(all), rows(address, all));
    }

    private String heading(List<BodyStructure> all) {
        long size = all.stream().mapToLong(FileView::size).sum();
        return all.isEmpty() ? "" : say.attachments(all.size(), Formats.size(size));
    }

    private List<AttachmentRow> rows(MessageAddress address, List<BodyStructure> all) {
        List<AttachmentRow> rows = new ArrayList<>();
        for (BodyStructure part : all) {
            String name = files.name(part);
            String url = address.document("part").with("path", part.path().value()).toString();
            rows.add(
                    new AttachmentRow(
                            name,
                            url,
                            kind(part.type(), name),
                            Formats.size(size(part)),
                            icon(part.type())));
        }
        return rows;
    }

    // An embedded picture that no text shows is a file like any other.
    private static List<BodyStructure> all(Parts parts, Set<String> shown) {
        List<BodyStructure> all = new ArrayList<>(parts.files());
        parts.embedded().stream()
                .filter(
                        part ->
                                part.contentId()
                                        .map(EmbeddedNames::bare)
                                        .filter(shown::contains)
                                        .isEmpty())
                .forEach(all::add);
        return all;
    }

    private static long size(BodyStructure part) {
        return switch (part) {
            case SinglePart single when single.encoding().equals("base64") -> single.size() / 4 * 3;
            case SinglePart single -> single.size();
            case MessagePart message -> message.size();
            case MultiPart _ -> 0;
        };
    }

    private static String kind(ContentType type, String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1);
        boolean telling =
                !ending.isEmpty()
                        && ending.length() <= LONGEST_KIND
                        && ending.chars().allMatch(c -> c < 0x7F && Character.isLetterOrDigit(c));
        return telling ? ending.toUpperCase(Locale.ROOT) : type.essence();
    }

    private static String icon(ContentType type) {
        if (type.is("text/calendar")) {
            return "calendar";
        }
        return switch (type.type()) {
            case "image" -> "image";
            case "message" -> "mail";
            default -> type.subtype().contains("zip") ? "archive" : "file";
        };
    }
}
