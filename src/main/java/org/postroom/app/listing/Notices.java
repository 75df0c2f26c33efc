package org.postroom.app.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.postroom.app.layout.DoneSentences;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Notice;
import org.postroom.app.session.CurrentSession;
import org.postroom.sessioncache.undo.UndoId;

/** Says what was just done. */
@RequestScoped
public class Notices {

    @Inject DoneSentences say;
    @Inject CurrentSession current;
    @Context UriInfo uri;

    /** What the address of this page carries. */
    public Optional<Done> done() {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(Done.PARAMETER))
                .flatMap(Done::parse);
    }

    /** The notice of this page. */
    public Optional<Notice> notice(Folders folders) {
        return done().map(done -> notice(done, folders));
    }

    private Notice notice(Done done, Folders folders) {
        String undo = done.undo().map(UndoId::value).orElse(null);
        return new Notice(text(done, folders), undo, back(), current.csrf());
    }

    private String back() {
        String query = uri.getRequestUri().getRawQuery();
        String rest =
                query == null ? "" : query.replaceAll("(^|&)" + Done.PARAMETER + "=[^&]*", "");
        return uri.getRequestUri().getRawPath()
                + (rest.isEmpty() ? "" : "?" + rest.replaceFirst("^&", ""));
    }

    private String text(Done done, Folders folders) {
        StringBuilder text = new StringBuilder(sentence(done, folders));
        if (done.gone() > 0) {
            text.append(' ').append(say.someGone(done.gone(), Formats.number(done.gone())));
        }
        if (done.left() > 0) {
            text.append(' ').append(say.someLeft(done.left(), Formats.number(done.left())));
        }
        return text.toString();
    }

    private String sentence(Done done, Folders folders) {
        long n = done.count();
        String text = Formats.number(n);
        String folder = label(done, folders);
        return switch (done.deed()) {
            case ARCHIVE -> say.archived(n, text);
            case JUNK -> say.junked(n, text);
            case NOT_JUNK -> say.unjunked(n, text);
            case TRASH -> say.trashed(n, text);
            case MOVE -> folder.isEmpty() ? say.movedAway(n, text) : say.moved(n, text, folder);
            case COPY -> say.copied(n, text, folder);
            case DELETE -> say.deletedForGood(n, text);
            case READ, UNREAD, STAR, UNSTAR, LABEL, UNLABEL -> marked(done.deed(), n, text);
            case UNDONE -> say.undone();
            case TOO_LATE -> say.tooLateToUndo();
            case FOLDER_CREATED, FOLDER_RENAMED, FOLDER_DELETED -> managed(done.deed(), folder);
            case SETTINGS_SAVED -> say.settingsSaved();
            case CHECKING -> say.checking();
        };
    }

    private String managed(Done.Deed deed, String folder) {
        return switch (deed) {
            case FOLDER_CREATED -> say.folderCreated(folder);
            case FOLDER_RENAMED -> say.folderRenamed(folder);
            case FOLDER_DELETED -> say.folderDeleted(folder);
            default -> throw new IllegalArgumentException("No folder is managed by " + deed);
        };
    }

    private String marked(Done.Deed deed, long n, String text) {
        return switch (deed) {
            case READ -> say.markedRead(n, text);
            case UNREAD -> say.markedUnread(n, text);
            case STAR -> say.starred(n, text);
            case UNSTAR -> say.unstarred(n, text);
            case LABEL -> say.labelled(n, text);
            case UNLABEL -> say.unlabelled(n, text);
            default -> throw new IllegalArgumentException("No flag is changed by " + deed);
        };
    }

    private static String label(Done done, Folders folders) {
        return done.folder().isEmpty() ? "" : folders.label(done.folder());
    }
}
