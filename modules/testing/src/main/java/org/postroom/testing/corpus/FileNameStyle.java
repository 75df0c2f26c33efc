package org.postroom.testing.corpus;

import java.nio.charset.StandardCharsets;

/** The ways in which mail programs write the name of an attachment. */
public enum FileNameStyle {
    /** {@code name="report.pdf"}; for ASCII. */
    QUOTED,
    /** {@code name*=UTF-8''r%C3%A9sum%C3%A9.pdf}, in sections when long (RFC 2231). */
    EXTENDED,
    /** {@code name="=?UTF-8?B?…?="}: forbidden by RFC 2047, and common. */
    ENCODED_WORD,
    /** UTF-8 as it is (RFC 6532). */
    RAW_UTF8;

    String parameter(String name, String value) {
        return switch (this) {
            case QUOTED, RAW_UTF8 ->
                    name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case EXTENDED -> HeaderText.extended(name, value);
            case ENCODED_WORD ->
                    name + "=\"" + HeaderText.encodedWords(value, StandardCharsets.UTF_8) + '"';
        };
    }
}
