package org.postroom.app.listing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.app.layout.Href;
import org.postroom.sessioncache.undo.UndoId;

/**
 * What was just done, carried by the address of the page that says so: every replica can, and a
 * reload repeats nothing but the sentence.
 *
 * @param count how many messages
 * @param gone how many of those asked for were no longer there
 * @param left how many the mail server did not get to
 * @param folder full name of the folder that the sentence names, else empty
 */
public record Done(
        Deed deed, long count, long gone, long left, Optional<UndoId> undo, String folder) {

    /** The parameter's name. */
    public static final String PARAMETER = "done";

    private static final Pattern FORM =
            Pattern.compile(
                    "([a-z-]{1,20})~(\\d{1,12})~(\\d{1,12})~(\\d{1,12})~([A-Za-z0-9_-]{0,22})~(.{0,1000})",
                    Pattern.DOTALL);

    /** Each has a sentence. */
    public enum Deed {
        ARCHIVE,
        JUNK,
        NOT_JUNK,
        TRASH,
        MOVE,
        COPY,
        DELETE,
        READ,
        UNREAD,
        STAR,
        UNSTAR,
        LABEL,
        UNLABEL,
        UNDONE,
        TOO_LATE,
        FOLDER_CREATED,
        FOLDER_RENAMED,
        FOLDER_DELETED,
        SETTINGS_SAVED,
        CHECKING;

        /** The word in addresses, and the kind in the journal. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** By its word. */
        public static Optional<Deed> ofWord(String word) {
            for (Deed deed : values()) {
                if (deed.word().equals(word)) {
                    return Optional.of(deed);
                }
            }
            return Optional.empty();
        }
    }

    /** Something that has neither a number nor a name. */
    public static Done of(Deed deed) {
        return new Done(deed, 1, 0, 0, Optional.empty(), "");
    }

    /** Something done to a folder. */
    public static Done folder(Deed deed, String fullName) {
        return new Done(deed, 1, 0, 0, Optional.empty(), fullName);
    }

    /** Reads {@link #parameter}; empty for every other text. */
    public static Optional<Done> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<UndoId> undo =
                Optional.of(parts.group(5)).filter(id -> !id.isEmpty()).map(UndoId::new);
        return Deed.ofWord(parts.group(1))
                .map(
                        deed ->
                                new Done(
                                        deed,
                                        Long.parseLong(parts.group(2)),
                                        Long.parseLong(parts.group(3)),
                                        Long.parseLong(parts.group(4)),
                                        undo,
                                        parts.group(6)));
    }

    /** The parameter's value. */
    public String parameter() {
        return String.join(
                "~",
                deed.word(),
                Long.toString(count),
                Long.toString(gone),
                Long.toString(left),
                undo.map(UndoId::value).orElse(""),
                folder);
    }

    /** A page of ours that says this. */
    public String on(String address) {
        return Href.to(address).with(PARAMETER, parameter()).toString();
    }
}
