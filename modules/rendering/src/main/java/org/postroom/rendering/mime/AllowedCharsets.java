package org.postroom.rendering.mime;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The character sets that mail may be in, by the names that mail uses.
 *
 * <p>Names mean what they mean in browsers (https://encoding.spec.whatwg.org/#names-and-labels):
 * what is called ISO-8859-1 is decoded as windows-1252, GB2312 as GB18030, and so on.
 */
final class AllowedCharsets {

    /** One line a character set: its Java name, then the names found in mail. */
    private static final String TABLE =
            """
            US-ASCII: us-ascii ascii ansi_x3.4-1968 iso646-us iso-ir-6 cp367 us 646
            UTF-8: utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 utf-8mb4 utf8mb4
            UTF-16: utf-16 utf16 unicode ucs-2 iso-10646-ucs-2
            UTF-16LE: utf-16le
            UTF-16BE: utf-16be
            UTF-32: utf-32
            UTF-32LE: utf-32le
            UTF-32BE: utf-32be
            windows-1252: windows-1252 cp1252 cp-1252 x-cp1252 ansi iso-8859-1 iso8859-1 iso88591 iso_8859-1 \
              iso_8859-1:1987 latin1 latin-1 l1 ibm819 cp819 iso-ir-100 8859-1 x-user-defined
            ISO-8859-2: iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 latin-2 l2
            ISO-8859-3: iso-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3
            ISO-8859-4: iso-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4
            ISO-8859-5: iso-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic
            ISO-8859-6: iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso-8859-6-i iso-8859-6-e arabic asmo-708
            ISO-8859-7: iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8 elot_928
            ISO-8859-8: iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso-8859-8-i iso-8859-8-e hebrew logical visual
            windows-1254: windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5
            ISO-8859-13: iso-8859-13 iso8859-13
            ISO-8859-15: iso-8859-15 iso8859-15 iso_8859-15 latin9 latin-9 l9
            ISO-8859-16: iso-8859-16 iso8859-16
            windows-1250: windows-1250 cp1250 x-cp1250
            windows-1251: windows-1251 cp1251 cp-1251 x-cp1251
            windows-1253: windows-1253 cp1253 x-cp1253
            windows-1255: windows-1255 cp1255 x-cp1255
            windows-1256: windows-1256 cp1256 x-cp1256
            windows-1257: windows-1257 cp1257 x-cp1257
            windows-1258: windows-1258 cp1258 x-cp1258
            x-windows-874: windows-874 x-windows-874 cp874 tis-620 tis620 iso-8859-11 iso8859-11 dos-874
            IBM437: ibm437 cp437
            IBM850: ibm850 cp850
            IBM852: ibm852 cp852
            IBM866: ibm866 cp866 866
            KOI8-R: koi8-r koi8 koi koi8_r cskoi8r
            KOI8-U: koi8-u koi8-ru
            x-MacRoman: macintosh mac x-mac-roman x-macroman macroman
            x-MacCyrillic: x-mac-cyrillic x-maccyrillic x-mac-ukrainian
            GB18030: gb18030 gb-18030 gb2312 gb_2312-80 gbk cp936 ms936 windows-936 euc-cn x-gbk x-euc-cn chinese
            Big5-HKSCS: big5 big5-hkscs big-5 big5hkscs cn-big5 x-x-big5 cp950 ms950
            x-EUC-TW: euc-tw x-euc-tw
            windows-31j: shift_jis shift-jis sjis x-sjis windows-31j windows-932 ms932 cp932 ms_kanji
            EUC-JP: euc-jp x-euc-jp eucjp
            ISO-2022-JP: iso-2022-jp iso-2022-jp-1 csiso2022jp
            ISO-2022-JP-2: iso-2022-jp-2
            x-windows-50221: iso-2022-jp-ms cp50221 x-windows-50221
            x-windows-949: ks_c_5601-1987 ks_c_5601 ksc5601 ksc_5601 korean windows-949 cp949 ms949 uhc euc-kr euckr
            ISO-2022-KR: iso-2022-kr
            """;

    private static final Map<String, Charset> BY_NAME = read();

    private AllowedCharsets() {}

    /**
     * The character set of this name, in any case and with stray quotes; empty when not allowed.
     */
    static Optional<Charset> find(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(normalised(name)));
    }

    private static String normalised(String name) {
        var kept = new StringBuilder();
        name.chars().filter(AllowedCharsets::mayBeInName).forEach(c -> kept.append((char) c));
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean mayBeInName(int c) {
        return c > ' ' && c < 0x7F && c != '"' && c != '\'' && c != ';';
    }

    private static Map<String, Charset> read() {
        var map = new HashMap<String, Charset>();
        TABLE.lines().forEach(line -> readLine(line, map));
        return Map.copyOf(map);
    }

    private static void readLine(String line, Map<String, Charset> map) {
        int colon = line.indexOf(": ");
        var charset = Charset.forName(line.substring(0, colon));
        for (var name : line.substring(colon + 2).split(" +", -1)) {
            if (!name.isEmpty()) {
                map.put(name, charset);
            }
        }
    }
}
