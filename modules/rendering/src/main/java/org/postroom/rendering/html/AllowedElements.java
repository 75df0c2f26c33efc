package org.postroom.rendering.html;

import java.util.Set;

/** Which elements a message may have, and what becomes of the others. */
final class AllowedElements {

    private static final Set<String> KEPT =
            words(
                    """
                    a abbr acronym address area article aside b bdi bdo big blockquote br caption center cite code
                    col colgroup dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5
                    h6 header hgroup hr i ins kbd li main map mark menu nav ol p pre q rp rt ruby s samp section
                    small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
                    """);

    /** Gone with all that is in them: nothing of it is meant to be read here. */
    private static final Set<String> DROPPED =
            words(
                    """
                    applet audio base basefont bgsound body canvas command datalist dialog embed frame frameset
                    head html iframe input isindex keygen link listing math meta meter noembed noframes noscript
                    object optgroup option output param plaintext portal progress script select selectedcontent
                    slot source style svg template textarea title track video xmp
                    """);

    private static final Set<String> BLOCKS = words("fieldset form legend marquee multicol search");

    private AllowedElements() {}

    static boolean isDropped(String name) {
        return DROPPED.contains(name);
    }

    /** The name itself when it is allowed, otherwise that of a harmless stand-in. */
    static String nameFor(String name) {
        if (KEPT.contains(name)) {
            return name;
        }
        return BLOCKS.contains(name) ? "div" : "span";
    }

    static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }
}
