package org.postroom.app.message;

import java.util.ArrayList;
import java.util.List;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;

/**
 * What of a message is read on its page, what is embedded in that, and what is a file beside it.
 * Each part stays a document of its own: nothing of one can reach into another.
 *
 * @param bodies texts in reading order, of alternatives the best
 * @param embedded pictures with a Content-ID, which an HTML body may refer to
 * @param files everything else
 */
record Parts(List<SinglePart> bodies, List<SinglePart> embedded, List<BodyStructure> files) {

    /** Sorts the parts of a message. */
    static Parts of(BodyStructure structure) {
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        parts.add(structure);
        return parts;
    }

    private void add(BodyStructure part) {
        switch (part) {
            case MultiPart multi when multi.type().is("multipart/alternative") ->
                    addAlternatives(multi);
            case MultiPart multi -> multi.parts().forEach(this::add);
            case MessagePart message -> files.add(message);
            case SinglePart single -> add(single);
        }
    }

    private void add(SinglePart part) {
        if (isBody(part)) {
            bodies.add(part);
        } else if (part.contentId().isPresent() && part.type().type().equals("image")) {
            embedded.add(part);
        } else {
            files.add(part);
        }
    }

    private void addAlternatives(MultiPart multi) {
        BodyStructure best = null;
        for (BodyStructure alternative : multi.parts()) {
            if (hasBody(alternative)) {
                best = alternative;
            }
        }
        for (BodyStructure alternative : multi.parts()) {
            if (alternative.equals(best)) {
                add(alternative);
            } else {
                addFiles(alternative);
            }
        }
    }

    // What an alternative that is not shown has besides text, such as an invitation, is still there
    // to be saved.
    private void addFiles(BodyStructure alternative) {
        alternative
                .flattened()
                .filter(part -> !(part instanceof MultiPart))
                .filter(part -> !(part instanceof SinglePart single && isBody(single)))
                .forEach(files::add);
    }

    private static boolean hasBody(BodyStructure structure) {
        return structure
                .flattened()
                .anyMatch(part -> part instanceof SinglePart single && isBody(single));
    }

    private static boolean isBody(SinglePart part) {
        boolean attached = part.isAttachment();
        return !attached && (part.type().is("text/plain") || isHtml(part));
    }

    static boolean isHtml(SinglePart part) {
        return part.type().is("text/html");
    }
}
