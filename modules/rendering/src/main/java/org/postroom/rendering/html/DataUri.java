package org.postroom.rendering.html;

import java.util.Locale;
import java.util.Set;

/** {@code data:} URIs (RFC 2397) of raster pictures. */
final class DataUri {

    private static final Set<String> TYPES =
            Set.of(
                    "image/png",
                    "image/jpeg",
                    "image/jpg",
                    "image/gif",
                    "image/webp",
                    "image/bmp",
                    "image/avif");
    private static final String SCHEME = "data:";
    private static final String ENCODING = ";base64,";

    private DataUri() {}

    /** True for a picture in base64 of a type that cannot contain script or references. */
    static boolean isPicture(String uri) {
        int encoding = uri.indexOf(ENCODING);
        return uri.startsWith(SCHEME)
                && encoding > 0
                && TYPES.contains(uri.substring(SCHEME.length(), encoding).toLowerCase(Locale.ROOT))
                && isBase64(uri, encoding + ENCODING.length());
    }

    private static boolean isBase64(String uri, int from) {
        for (int i = from; i < uri.length(); i++) {
            char c = uri.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '/' && c != '=') {
                return false;
            }
        }
        return uri.length() > from;
    }
}
