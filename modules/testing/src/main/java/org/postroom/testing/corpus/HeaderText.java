package org.postroom.testing.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Text in header fields: encoded words (RFC 2047), long parameters (RFC 2231), folding. */
final class HeaderText {
    private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*");
    private static final int FOLD_AFTER = 70;
    private static final int WORD_OCTETS = 36;

    private HeaderText() {}

    /** Unstructured text such as a subject. */
    static String unstructured(String text, Charset charset) {
        return ASCII.matcher(text).matches() ? fold(text) : encodedWords(text, charset);
    }

    /** A display name. */
    static String phrase(String name, Charset charset) {
        if (ATOMS.matcher(name).matches()) {
            return name;
        }
        return ASCII.matcher(name).matches() ? '"' + name + '"' : encodedWords(name, charset);
    }

    /** One encoded word for each bite of text, folded between them. */
    static String encodedWords(String text, Charset charset) {
        var words = new ArrayList<String>();
        for (var bite : bites(text, charset)) {
            words.add(encodedWord(bite, charset));
        }
        return String.join("\r\n ", words);
    }

    private static List<String> bites(String text, Charset charset) {
        var bites = new ArrayList<String>();
        var bite = new StringBuilder();
        for (int character : text.codePoints().toArray()) {
            bite.appendCodePoint(character);
            if (bite.toString().getBytes(charset).length >= WORD_OCTETS) {
                bites.add(bite.toString());
                bite.setLength(0);
            }
        }
        if (!bite.isEmpty()) {
            bites.add(bite.toString());
        }
        return bites;
    }

    private static String encodedWord(String text, Charset charset) {
        var octets = text.getBytes(charset);
        long odd = text.chars().filter(c -> c > 126).count();
        return odd * 3 < text.length() && !charset.name().startsWith("ISO-2022")
                ? "=?" + charset.name() + "?Q?" + quoted(octets) + "?="
                : "=?" + charset.name() + "?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
    }

    private static String quoted(byte[] octets) {
        var word = new StringBuilder();
        for (byte octet : octets) {
            if (octet == ' ') {
                word.append('_');
            } else if (Character.isLetterOrDigit(octet) && octet > 0) {
                word.append((char) octet);
            } else {
                word.append('=').append(hex(octet));
            }
        }
        return word.toString();
    }

    /** Breaks long text at spaces. */
    static String fold(String text) {
        if (text.length() <= FOLD_AFTER) {
            return text;
        }
        int space = text.lastIndexOf(' ', FOLD_AFTER);
        return space <= 0 ? text : text.substring(0, space) + "\r\n" + fold(text.substring(space));
    }

    /** A parameter in the extended form of RFC 2231, in sections when it is long. */
    static String extended(String name, String value) {
        var encoded = percent(value);
        if (encoded.size() <= 20) {
            return name + "*=UTF-8''" + String.join("", encoded);
        }
        var sections = new ArrayList<String>();
        for (int from = 0; from < encoded.size(); from += 15) {
            var some = encoded.subList(from, Math.min(from + 15, encoded.size()));
            var start = from == 0 ? "UTF-8''" : "";
            sections.add(name + "*" + sections.size() + "*=" + start + String.join("", some));
        }
        return String.join(";\r\n ", sections);
    }

    private static List<String> percent(String value) {
        var parts = new ArrayList<String>();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    octet > 0 && (Character.isLetterOrDigit(octet) || octet == '.' || octet == '-');
            parts.add(plain ? String.valueOf((char) octet) : "%" + hex(octet));
        }
        return parts;
    }

    private static String hex(byte octet) {
        return HexFormat.of().withUpperCase().toHexDigits(octet);
    }
}
