package org.postroom.testing.corpus;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A short text in a charset and a transfer encoding in which such mail really comes.
 *
 * @param subject in the same charset, as encoded words
 * @param text in lines that end in {@code \n}
 */
public record CharsetSample(
        String charset, TransferEncoding encoding, String subject, String text) {
    private static final String GERMAN =
            "Grüße aus Übersee\n\nDie Möwen sagen: schöner Tag für größere Boote.\n";
    private static final String RUSSIAN = "Добрый день!\n\nЛодка готова, приезжайте в субботу.\n";
    private static final String JAPANESE = "こんにちは。\n\n土曜日に舟が出ます。カタカナも漢字もあります。\n";
    private static final String CHINESE = "你好！\n\n船已经修好了，星期六可以出发。繁體字也沒問題。\n";

    private static final List<CharsetSample> ALL =
            List.of(
                    new CharsetSample(
                            "US-ASCII",
                            TransferEncoding.SEVEN_BIT,
                            "Plain words",
                            "Hello.\n\nBye.\n"),
                    new CharsetSample(
                            "ISO-8859-1", TransferEncoding.QUOTED_PRINTABLE, "Grüße", GERMAN),
                    new CharsetSample("ISO-8859-1", TransferEncoding.EIGHT_BIT, "Grüße", GERMAN),
                    new CharsetSample(
                            "ISO-8859-15",
                            TransferEncoding.EIGHT_BIT,
                            "Für 12 €",
                            GERMAN + "12 €\n"),
                    new CharsetSample(
                            "windows-1252",
                            TransferEncoding.QUOTED_PRINTABLE,
                            "„Grüße“",
                            GERMAN + "„12 €“ …\n"),
                    new CharsetSample(
                            "KOI8-R", TransferEncoding.EIGHT_BIT, "Лодка готова", RUSSIAN),
                    new CharsetSample("KOI8-R", TransferEncoding.BASE64, "Лодка готова", RUSSIAN),
                    new CharsetSample(
                            "windows-1251",
                            TransferEncoding.QUOTED_PRINTABLE,
                            "Лодка готова",
                            RUSSIAN),
                    new CharsetSample("ISO-2022-JP", TransferEncoding.SEVEN_BIT, "土曜日の舟", JAPANESE),
                    new CharsetSample("Shift_JIS", TransferEncoding.BASE64, "土曜日の舟", JAPANESE),
                    new CharsetSample("EUC-JP", TransferEncoding.EIGHT_BIT, "土曜日の舟", JAPANESE),
                    new CharsetSample("GB18030", TransferEncoding.BASE64, "船已经修好了", CHINESE),
                    new CharsetSample(
                            "UTF-8",
                            TransferEncoding.QUOTED_PRINTABLE,
                            "שלום וברכה",
                            "הסירה מוכנה.\n"),
                    new CharsetSample(
                            "UTF-8",
                            TransferEncoding.BASE64,
                            "⛵ Η βάρκα 🌊",
                            "Καλημέρα 👩‍🚒 مرحبا\n"),
                    new CharsetSample(
                            "UTF-8",
                            TransferEncoding.EIGHT_BIT,
                            "Þórður & Gülşen",
                            "Æ, ğ, ş, İ, ı\n"));

    /** One of each. */
    public static List<CharsetSample> all() {
        return ALL;
    }

    /** The message of this sample. */
    public CorpusMessage message(Instant when) {
        var cs = Charset.forName(charset);
        var raw =
                new MessageDraft()
                        .charset(cs)
                        .from(People.named("priya"))
                        .to(People.ME)
                        .subject(subject)
                        .date(when)
                        .id(charset + "." + encoding.label() + "@raman-surveyors.example")
                        .with(MimePart.text("plain", text, cs, encoding));
        return new CorpusMessage(raw, Set.of(), when, "INBOX");
    }
}
