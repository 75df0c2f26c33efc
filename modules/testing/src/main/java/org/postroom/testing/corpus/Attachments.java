package org.postroom.testing.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the kinds that people attach; each opens in a program that knows the kind. */
public final class Attachments {
    private static final LocalDateTime SAVED = LocalDateTime.of(2026, 1, 2, 3, 4);

    private Attachments() {}

    /** A page with one line of ASCII text. */
    public static byte[] pdf(String line) {
        var text =
                "BT /F1 18 Tf 72 720 Td (" + line.replaceAll("[^A-Za-z0-9 .,:/-]", "?") + ") Tj ET";
        return pdf(
                List.of(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                                + " /Resources << /Font << /F1 5 0 R >> >> >>",
                        "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    }

    private static byte[] pdf(List<String> objects) {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<String>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        int size = objects.size() + 1;
        file.append("xref\n0 ").append(size).append("\n0000000000 65535 f \n");
        file.append(String.join("", offsets));
        file.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R >>\nstartxref\n");
        file.append(table).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A table of a year's tides. */
    public static byte[] csv(SplittableRandom random) {
        var table = new StringBuilder("month;harbour;high water (m)\r\n");
        for (int month = 1; month <= 12; month++) {
            table.append(month)
                    .append(";Saltmärsh;")
                    .append(random.nextInt(30, 62) / 10.0)
                    .append("\r\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An archive with two files, one in a folder with a name that is not ASCII. */
    public static byte[] zip(String text) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : List.of("notes.txt", "Größen/café.txt")) {
                var entry = new ZipEntry(name);
                entry.setTimeLocal(SAVED);
                zip.putNextEntry(entry);
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The beginning of a TNEF file, as winmail.dat is one: signature, key, version, a subject. */
    public static byte[] winmail() {
        var attribute = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        attribute.putInt(0x223E9F78).putShort((short) 1);
        attribute.put((byte) 1).putInt(0x00089006).putInt(4).putInt(0x00010000).putShort((short) 1);
        var subject = "Tide table\0".getBytes(StandardCharsets.US_ASCII);
        attribute.put((byte) 1).putInt(0x00018004).putInt(subject.length).put(subject);
        int sum = 0;
        for (byte octet : subject) {
            sum += octet & 255;
        }
        attribute.putShort((short) sum);
        var octets = new byte[attribute.position()];
        attribute.flip().get(octets);
        return octets;
    }

    /** So many octets that do not compress. */
    public static byte[] noise(SplittableRandom random, int length) {
        var octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }
}
