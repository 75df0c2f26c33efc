package org.postroom.rendering.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.postroom.rendering.LinkTarget;

/**
 * Copies pictures: embedded ones with their contents, remote ones as an empty box of their size
 * with their description, tracking pixels not at all.
 */
final class PictureCopy {

    private static final int TRACKING = 2;
    private static final int SPACER = 8;

    private final Pictures pictures;
    private final Budget budget;
    private final AttributeCopy attributes;
    private final List<String> contentIds = new ArrayList<>();
    private int held;
    private int trackingPixels;

    PictureCopy(Pictures pictures, Budget budget, AttributeCopy attributes) {
        this.pictures = pictures;
        this.budget = budget;
        this.attributes = attributes;
    }

    Optional<Element> copy(Element picture) {
        var copy = new Element("img");
        attributes.copy(picture, copy);
        copy.attr("alt", copy.attr("alt"));
        var source = PlainCharacters.of(picture.attr("src")).strip();
        var size = PictureSize.of(copy);
        if (isRemote(source) && size.isWithin(TRACKING)) {
            held++;
            trackingPixels++;
            return Optional.empty();
        }
        contents(source).ifPresentOrElse(url -> copy.attr("src", url), () -> hold(copy, size));
        return Optional.of(copy);
    }

    int held() {
        return held;
    }

    int trackingPixels() {
        return trackingPixels;
    }

    List<String> contentIds() {
        return contentIds;
    }

    private static boolean isRemote(String source) {
        return LinkTarget.of(source).filter(link -> !link.host().isEmpty()).isPresent();
    }

    private Optional<String> contents(String source) {
        if (source.regionMatches(true, 0, "cid:", 0, 4)) {
            return embedded(source.substring(4));
        }
        if (source.regionMatches(true, 0, "data:", 0, 5)) {
            return Optional.of(source).filter(this::fits);
        }
        return LinkTarget.of(source).filter(link -> !link.host().isEmpty()).flatMap(this::remote);
    }

    private Optional<String> embedded(String reference) {
        var contentId = decoded(reference);
        var contents = pictures.embedded().apply(contentId).filter(this::fits);
        contents.ifPresent(_ -> contentIds.add(contentId));
        return contents;
    }

    private static String decoded(String reference) {
        try {
            return URLDecoder.decode(reference.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            return reference; // a lone percent sign: the sender has not encoded it
        }
    }

    private Optional<String> remote(LinkTarget link) {
        var shown = pictures.remote().apply(link.url());
        held += shown.isEmpty() ? 1 : 0;
        return shown;
    }

    private boolean fits(String dataUri) {
        return DataUri.isPicture(dataUri) && budget.takeEmbedded(dataUri.length());
    }

    private void hold(Element copy, PictureSize size) {
        hideSpacer(copy, size);
        var box = HeldPicture.uri(size, copy.attr("alt"));
        if (budget.takeEmbedded(box.length())) {
            copy.attr("src", box);
        }
    }

    /** A spacer keeps its place but shows no box. */
    private static void hideSpacer(Element copy, PictureSize size) {
        var style = copy.attr("style");
        if (size.isThinnerThan(SPACER) && !style.toLowerCase(Locale.ROOT).contains("visibility:")) {
            copy.attr("style", (style.isEmpty() ? "" : style + ";") + "visibility:hidden");
        }
    }
}
