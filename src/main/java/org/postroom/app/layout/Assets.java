package org.postroom.app.layout;

import io.quarkus.qute.TemplateGlobal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Style sheet, icons and scripts under a URL that names their contents, so that browsers may keep
 * them for good and still get new ones with a new version.
 */
public final class Assets {

    /** One file for each component; together they are one style sheet, in this order. */
    private static final List<String> STYLES =
            List.of(
                    "layers",
                    "tokens",
                    "base",
                    "buttons",
                    "fields",
                    "menus",
                    "parts",
                    "shell",
                    "searchbox",
                    "folders",
                    "notice",
                    "list",
                    "rows",
                    "selection",
                    "search",
                    "message",
                    "messagebar",
                    "body",
                    "pages",
                    "manage",
                    "account",
                    "signin",
                    "script",
                    "print");

    /** One file for each thing that scripts add; together they are one script, in this order. */
    private static final List<String> SCRIPTS =
            List.of(
                    "core",
                    "timezone",
                    "pages",
                    "message",
                    "flags",
                    "select",
                    "notice",
                    "search",
                    "filling",
                    "drag",
                    "busy",
                    "menus",
                    "keys");

    private static final String JAVASCRIPT = "text/javascript;charset=utf-8";
    private static final Map<String, Asset> ALL = load();
    private static final String VERSION = version();

    private Assets() {}

    /**
     * Something that every page needs.
     *
     * @param content as it is sent
     * @param type its media type
     */
    public record Asset(byte[] content, String type) {}

    /** The folder of all assets, "/assets/" and their version; known to every template. */
    @TemplateGlobal
    static String assets() {
        return "/assets/" + VERSION;
    }

    /** All assets by name. */
    static Map<String, Asset> all() {
        return ALL;
    }

    /** Whether a URL names the contents that are served now. */
    static boolean isCurrent(String version) {
        return VERSION.equals(version);
    }

    private static Map<String, Asset> load() {
        var all = new LinkedHashMap<String, Asset>();
        all.put(
                "postroom.css",
                new Asset(joined("styles/", STYLES, ".css"), "text/css;charset=utf-8"));
        all.put("postroom.js", new Asset(joined("scripts/", SCRIPTS, ".js"), JAVASCRIPT));
        for (String name : List.of("htmx.min.js", "idiomorph-ext.min.js")) {
            all.put(name, new Asset(read("vendor/" + name), JAVASCRIPT));
        }
        all.put("icons.svg", new Asset(read("icons.svg"), "image/svg+xml"));
        all.put("favicon.svg", new Asset(read("favicon.svg"), "image/svg+xml"));
        return all;
    }

    private static byte[] joined(String folder, List<String> names, String ending) {
        var all = new ByteArrayOutputStream();
        names.forEach(name -> all.writeBytes(read(folder + name + ending)));
        return all.toByteArray();
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The application is incomplete: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            ALL.values().forEach(asset -> digest.update(asset.content()));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
