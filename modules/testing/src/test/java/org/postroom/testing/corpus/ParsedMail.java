package org.postroom.testing.corpus;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What another MIME library reads in a sample. */
record ParsedMail(String subject, String from, List<String> texts, List<String> fileNames) {
    static ParsedMail of(byte[] raw) {
        try {
            var session = jakarta.mail.Session.getInstance(new Properties());
            var message = new MimeMessage(session, new ByteArrayInputStream(raw));
            var mail =
                    new ParsedMail(
                            message.getSubject(),
                            MimeUtility.decodeText(
                                    message.getHeader("From", ",").replaceAll("\r\n\\s+", " ")),
                            new ArrayList<>(),
                            new ArrayList<>());
            mail.add(message);
            return mail;
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Part part) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            fileNames.add(MimeUtility.decodeText(part.getFileName()));
        }
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                add(several.getBodyPart(i));
            }
        } else if (part.getContent() instanceof String text) {
            texts.add(text.replace("\r\n", "\n"));
        }
    }
}
